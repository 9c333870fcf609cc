/** What later modules may use of this one. */
export { closeConversation, greetOnce, rememberConversation } from './conversations';
export { notify, recipient, type Recipient } from './notify';
export { changeSettings, channelsOf, settingsOf, usualSettings } from './settings';
export { ChatConversation, NoticeSettings } from './notifications.entity';
