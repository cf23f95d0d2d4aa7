import { expect, test } from 'vitest';
import { weakness } from './password.ts';

const of = { login: 'binhtv', name: 'Trần Văn Bình' };

test.each([
  ['binhtv', 'own'],
  ['binhtv2019', 'own'],
  ['binhtv và con mèo', null],
  ['binhtvbinhtv', 'own'],
  ['BinhTV-001', 'own'],
  ['Trần Văn Bình', 'own'],
  ['tranvanbinh1', 'own'],
  ['1234567890', 'simple'],
  ['0987654321', 'simple'],
  ['12345678901234567890', 'simple'],
  ['1111111111', 'simple'],
  ['aaaaaaaaaa', 'simple'],
  ['abababababab', 'simple'],
  ['abcdefghij', 'simple'],
  ['qwertyuiop', 'simple'],
  ['1q2w3e4r5t', 'simple'],
  ['..........', 'simple'],
  ['!@#$%^&*()', 'simple'],
  ['password123', 'simple'],
  ['Password@2019', 'simple'],
  ['Mật khẩu 123', 'simple'],
  ['matkhau2019', 'simple'],
  ['Admin@123456', 'simple'],
  ['một mật khẩu đủ dài', null],
  ['mật khẩu của riêng Bình', null],
  ['sáng nay trời mưa', null],
  ['correct horse', null],
  ['k8#Vt0!qLz', null],
  ['#$k!@0^&*(_', null],
])('“%s” is %s', (password, why) => expect(weakness(password, of)).toBe(why));
