/** What carries the assistant's words to a chat may use. */
export { answerMessage } from './answer-message';
export { answerPress, isSignIn } from './answer-press';
export type { Reply } from './conversation';
export { lookAtShared, searchFromCompose, unfurlLink, type Hit } from './find-from-compose';
export { forgetChat, knowPerson, rememberChat, type Chatter } from './know-person';
export { farewell, greeting, stranger } from './greet';
