import { epochSeconds, timestamp } from '../times';
import { OperationError } from './answer';
import { authenticateAgent, type Call } from './authentication';
import { text } from '../parameters';

/** Logs an agent in. */
export function sessionCreate(call: Call) {
  const agent = authenticateAgent('SessionCreate', call);
  return { SessionID: call.sessions.open(agent, call.remoteAddress, call.userAgent) };
}

/** What OTOBO knows about a session, as a list of keys and values: all strings, an agent's title null. */
export function sessionGet({ sessions, parameters, remoteAddress }: Call) {
  const session = sessions.use(text(parameters, 'SessionID') ?? '', remoteAddress);
  if (!session) throw new OperationError('SessionGet.SessionInvalid', 'SessionGet: SessionID is not valid!');
  const { agent, startedAt, usedAt, userAgent } = session;
  const facts: Record<string, string | null> = {
    AdminCommunicationLogPageShown: '25',
    AdminDynamicFieldsOverviewPageShown: '250',
    ChangeTime: timestamp(agent.createdAt),
    CreateTime: timestamp(agent.createdAt),
    SessionSource: 'GenericInterface',
    UserAuthBackend: '',
    UserCreateNextMask: '',
    UserEmail: agent.email,
    UserFirstname: agent.firstname,
    UserFullname: `${agent.firstname} ${agent.lastname}`,
    UserID: String(agent.id),
    UserLastLogin: String(epochSeconds(startedAt)),
    UserLastLoginTimestamp: timestamp(startedAt),
    UserLastRequest: String(epochSeconds(usedAt)),
    UserLastname: agent.lastname,
    UserLogin: agent.login,
    UserLoginFailed: '0',
    UserMarkTicketSeenRedirectURL: '',
    UserMarkTicketUnseenRedirectURL: '',
    UserRefreshTime: '0',
    UserRemoteAddr: remoteAddress,
    UserRemoteUserAgent: userAgent,
    UserSessionStart: String(epochSeconds(startedAt)),
    UserTicketOverviewMediumPageShown: '20',
    UserTicketOverviewPreviewPageShown: '15',
    UserTicketOverviewSmallPageShown: '25',
    UserTitle: null,
    UserType: 'User',
    ValidID: '1',
  };
  return { SessionData: Object.entries(facts).map(([Key, Value]) => ({ Key, Value })) };
}
