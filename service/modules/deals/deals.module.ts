import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { Company } from '../companies/companies.public';
import { dropDealDocument, keepDealDocument, takeDealDocument } from './deal-documents';
import { dropComment, writeComment } from './deal-events';
import { renewDealIndexLater, touchesDealIndex } from './deal-index';
import * as contract from './deals.contract';
import { Deal, DealEvent, DealLine, Pipeline, Stage } from './deals.entity';
import { countFoundDeals, findDeals, readBoard } from './deals.queries';
import { texts } from './deals.texts';
import { followOwner } from './follow-owner';
import { moveToStage, tellDelivery } from './move-deal';
import { addPipeline, addStage, changePipeline, changeStage, readPipelines } from './pipelines';
import { readDeal } from './read-deal';
import { beginDeal, changeDeal, dropDeal } from './write-deal';

/** Inquiries that become deals: what is wanted, where it stands, the money, the delivery, the papers. */
export const dealsModule: Module = {
  name: 'deals',
  entities: [Pipeline, Stage, Deal, DealLine, DealEvent],
  texts,
  routes: [
    handle(contract.listPipelines, readPipelines),
    handle(contract.createPipeline, addPipeline),
    handle(contract.updatePipeline, changePipeline),
    handle(contract.createStage, addStage),
    handle(contract.updateStage, changeStage),
    handle(contract.listDeals, findDeals),
    handle(contract.countDeals, countFoundDeals),
    handle(contract.dealBoard, readBoard),
    handle(contract.getDeal, readDeal),
    handle(contract.createDeal, beginDeal),
    handle(contract.updateDeal, changeDeal),
    handle(contract.moveDeal, moveToStage),
    handle(contract.setDelivery, tellDelivery),
    handle(contract.commentDeal, writeComment),
    handle(contract.deleteDealComment, dropComment),
    handle(contract.deleteDeal, dropDeal),
    handle(contract.uploadDealDocument, (ctx, input, { upload }) => keepDealDocument(ctx, input, upload), {
      ownTransactions: true,
    }),
    handle(contract.downloadDealDocument, takeDealDocument),
    handle(contract.deleteDealDocument, dropDealDocument),
  ],
  reactions: [
    reactTo(Deal, (ctx, { before, after }) => {
      if (touchesDealIndex(before, after)) renewDealIndexLater(ctx, (after ?? before)!.id);
    }),
    reactTo(Company, followOwner),
  ],
};
