/** What later modules may use of this one. */
export { answer as answerActivity, log as logActivity } from './log-activity';
export { viewActivity } from './activities.queries';
export { Activity } from './activities.entity';
