import { authorizeSelf } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { Activity } from '../activities/activities.public';
import { DealEvent } from '../deals/deals.entity';
import { Company } from '../companies/companies.public';
import { deliver } from './deliver';
import { openLive } from './live';
import * as contract from './notifications.contract';
import { ChatConversation, Delivery, Notice, NoticeSettings, PushSubscription } from './notifications.entity';
import { texts } from './notifications.texts';
import { notify } from './notify';
import { addPush, dropPush } from './push-subscriptions';
import { markRead, ownNotices, readDeliveries } from './read-notices';
import { changeSettings, readSettings } from './settings';
import { tellOfColleague, tellOfDeal, tellOfHandover } from './told-of-changes';

/** What people are told, by the ways they choose: the open tab, Teams, e-mail, a closed browser. */
export const notificationsModule: Module = {
  name: 'notifications',
  entities: [Notice, Delivery, NoticeSettings, ChatConversation, PushSubscription],
  texts,
  routes: [
    handle(contract.listNotices, ownNotices),
    handle(contract.readNotices, markRead),
    handle(contract.live, openLive),
    handle(contract.getNoticeSettings, readSettings),
    handle(contract.updateNoticeSettings, changeSettings),
    handle(contract.listDeliveries, readDeliveries),
    handle(contract.sendTestNotice, sendTest),
    handle(contract.subscribePush, addPush),
    handle(contract.unsubscribePush, dropPush),
  ],
  reactions: [reactTo(Company, tellOfHandover), reactTo(Activity, tellOfColleague), reactTo(DealEvent, tellOfDeal)],
  jobs: [deliver],
};

async function sendTest(ctx: Ctx): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  await notify(ctx, {
    userId: signedIn(ctx).id,
    kind: 'reminder',
    about: `test:${ctx.changeId}`,
    link: '/profile',
    compose: ({ say }) => ({ title: say('notices.testTitle'), body: say('notices.testBody') }),
  });
  return { ok: true };
}
