/** What later modules may use of this one. */
export { answer as answerActivity, log as logActivity } from './log-activity';
export { viewActivity } from './activities.queries';
export { Activity } from './activities.entity';
export { countCalls, readCallList } from './call-list';
export { readCard } from './read-card';
export { readOutcomes } from './outcomes';
export { proposeDates } from './propose-dates';
export { change as changeActivity } from './update-activity';
