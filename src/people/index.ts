export { hashPassword } from './domain/password.ts';
export { findActor, identify } from './sessions.ts';
export { visitorOf } from './visitor.ts';
