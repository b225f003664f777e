import type { RequesterService } from '../../../playground/otobo/requester/web-service';

const ARTICLE = ['ArticleID', 'From', 'To', 'Cc', 'Subject', 'Body', 'SenderType', 'IsVisibleForCustomer'];

/**
 * The web service of the recordings `RCRequester`.
 *
 * @param password of basic authentication; it was changed between two recordings
 * @param createController where the invoker of new tickets sent to; changed at the same time
 */
export function recordedRequester(host: string, password: string, createController: string): RequesterService {
  return {
    host,
    timeoutMs: 5000,
    authentication: { user: 'otobo', password },
    headers: { 'X-Auth-Token': 'common-token', 'X-Api': 'v1' },
    invokers: [
      {
        name: 'TCreate',
        type: 'Ticket::TicketCreate',
        events: [{ event: 'TicketCreate', asynchronous: false }],
        controller: createController,
        command: 'POST',
        countLastArticle: 2,
        requestTicketFields: [
          ...['Title', 'Queue', 'State', 'Priority', 'Owner', 'Responsible', 'CustomerUser', 'CustomerID'],
          ...['OwnerID', 'ResponsibleID', 'CreateBy', 'Created'],
        ],
        requestArticleFields: [...ARTICLE, 'ContentType', 'CommunicationChannel', 'CreateBy'],
        requestDynamicFieldsTicket: ['RocketChatRoomID', 'RocketChatURL'],
        dynamicFieldList: ['RocketChatURL', 'RocketChatRoomID'],
      },
      {
        name: 'TOwner',
        type: 'Ticket::TicketUpdate',
        events: [{ event: 'TicketOwnerUpdate', asynchronous: true }],
        controller: '/hook/owner/:TicketID',
        command: 'PUT',
      },
      {
        name: 'TState',
        type: 'Generic::PassThrough',
        events: [{ event: 'TicketStateUpdate', asynchronous: false, queue: 'Support' }],
        controller: '/hook/state',
        command: 'POST',
        headers: { 'X-Specific': 'only-TState' },
      },
      {
        name: 'ArtCreate',
        type: 'Ticket::TicketUpdate',
        events: [{ event: 'ArticleCreate', asynchronous: true }],
        controller: '/hook/article',
        command: 'POST',
        requestTicketFields: ['Title', 'Owner', 'Responsible', 'CustomerUser'],
        requestArticleFields: ARTICLE,
        requestDynamicFieldsTicket: ['RocketChatRoomID'],
      },
      passThrough('PassDF', 'TicketDynamicFieldUpdate_RocketChatRoomID', false, '/hook/df'),
      passThrough('FailSync', 'TicketPriorityUpdate', false, '/fake/500'),
      passThrough('FailAsync', 'TicketResponsibleUpdate', true, '/fake/500'),
      passThrough('SlowSync', 'TicketTitleUpdate', false, '/fake/200/delay/3'),
      { ...passThrough('GetStyle', 'TicketLockUpdate', false, '/hook/get/:TicketID?ev=:Event'), command: 'GET' },
    ],
  };
}

/** The web service of the recordings `RCRetry`. */
export function recordedRetry(host: string): RequesterService {
  return {
    host,
    timeoutMs: 5000,
    headers: { 'X-Additional': 'yes', Authorization: 'Bearer tok' },
    retry: { startMs: 5000, factor: 2, countMax: 2 },
    invokers: [
      passThrough('FailRetryAsync', 'TicketCustomerUpdate', true, '/fake/503'),
      passThrough('FailRetrySync', 'TicketTypeUpdate', false, '/fake/503'),
    ],
  };
}

function passThrough(name: string, event: string, asynchronous: boolean, controller: string): RequesterService['invokers'][number] {
  return { name, type: 'Generic::PassThrough', events: [{ event, asynchronous }], controller, command: 'POST' };
}
