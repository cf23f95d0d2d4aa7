import {
  Button,
  DateInput,
  Form,
  type MenuGroup,
  StaffFrame,
  type StaffFrameProps,
} from '../src/platform/view/index.ts';

export const assets = { style: '/index.css', scripts: ['/staff.js'] };
export const agency = 'Sở Giáo dục và Đào tạo Hà Nội';

const menu = (current: string): MenuGroup[] => [
  {
    entries: [
      { href: '/', label: 'Việc của tôi', count: 12 },
      { href: '/list', label: 'Kế hoạch', current: current === 'plan' },
      { href: '/figures', label: 'Số liệu', current: current === 'figures' },
      { href: '/figures', label: 'Báo cáo' },
    ],
  },
  {
    label: 'Quản trị',
    entries: [
      { href: '/form', label: 'Tổ chức', current: current === 'units' },
      { href: '/paper', label: 'Danh mục' },
    ],
  },
];

type FrameProps = Pick<StaffFrameProps, 'title'> & Partial<StaffFrameProps> & { readonly at: string };

/** The staff frame with everything in it. */
export function Frame({ at, children, ...props }: FrameProps) {
  return (
    <StaffFrame
      agency={agency}
      assets={assets}
      demo
      home="/"
      menu={menu(at)}
      search={{ action: '/list' }}
      clock={{
        text: 'Thứ Hai, 03/06/2019, 08:12',
        iso: '2019-06-03T08:12:00+07:00',
        control: (
          <Form action="/clock" layout="inline" csrf="c">
            <DateInput
              name="clock-day"
              label="Chuyển đến ngày"
              value="03/06/2019"
              hint="Chỉ có ở bản mô phỏng"
            />
            <Button variant="secondary">Chuyển giờ</Button>
          </Form>
        ),
      }}
      inbox={{ href: '/list', count: 12 }}
      person={{
        name: 'Chánh Văn phòng Sở',
        role: 'Văn phòng Sở – đầu mối cải cách hành chính',
        links: [{ href: '/form', label: 'Đổi mật khẩu' }],
        control: (
          <Form action="/sign-out" layout="inline" csrf="c">
            <Button variant="secondary">Đăng xuất</Button>
          </Form>
        ),
      }}
      {...props}
    >
      {children}
    </StaffFrame>
  );
}
