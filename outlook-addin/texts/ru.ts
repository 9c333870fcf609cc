import { activity } from '../../teams-app/shared/texts/ru/activity';
import { deals } from '../../teams-app/shared/texts/ru/deals';
import { documents } from '../../teams-app/shared/texts/ru/documents';
import { errors } from '../../teams-app/shared/texts/ru/errors';
import { mail } from '../../teams-app/shared/texts/ru/mail';
import { offers } from '../../teams-app/shared/texts/ru/offers';
import { pane } from '../../teams-app/shared/texts/ru/pane';
import { shared } from '../../teams-app/shared/texts/ru/shared';
import { signIn } from '../../teams-app/shared/texts/ru/sign-in';

export const ru = { activity, deals, documents, errors, mail, offers, pane, shared, signIn };
