import { activity } from '../../teams-app/shared/texts/en/activity';
import { deals } from '../../teams-app/shared/texts/en/deals';
import { documents } from '../../teams-app/shared/texts/en/documents';
import { errors } from '../../teams-app/shared/texts/en/errors';
import { mail } from '../../teams-app/shared/texts/en/mail';
import { offers } from '../../teams-app/shared/texts/en/offers';
import { pane } from '../../teams-app/shared/texts/en/pane';
import { shared } from '../../teams-app/shared/texts/en/shared';
import { signIn } from '../../teams-app/shared/texts/en/sign-in';

export const en = { activity, deals, documents, errors, mail, offers, pane, shared, signIn };
