import { activity } from '../../teams-app/shared/texts/ru/activity';
import { documents } from '../../teams-app/shared/texts/ru/documents';
import { errors } from '../../teams-app/shared/texts/ru/errors';
import { mail } from '../../teams-app/shared/texts/ru/mail';
import { pane } from '../../teams-app/shared/texts/ru/pane';
import { shared } from '../../teams-app/shared/texts/ru/shared';
import { signIn } from '../../teams-app/shared/texts/ru/sign-in';

export const ru = { activity, documents, errors, mail, pane, shared, signIn };
