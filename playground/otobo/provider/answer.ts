/** What an operation says no with: HTTP 200 and an `Error` in the body. */
export class OperationError extends Error {
  constructor(
    /** Operation and reason, `TicketGet.AuthFail`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** @param operation the operation's type without its group, `TicketGet` */
export const authFail = (operation: string) => new OperationError(`${operation}.AuthFail`, `${operation}: Authorization failing!`);

/** The same for a ticket that does not exist, is out of reach, or is named by its number. */
export const noAccess = (operation: string) =>
  new OperationError(`${operation}.AccessDenied`, `${operation}: User does not have access to the ticket!`);

export const missing = (operation: string, parameter: string) =>
  new OperationError(`${operation}.MissingParameter`, `${operation}: ${parameter} parameter is missing!`);

export const invalid = (operation: string, parameter: string) =>
  new OperationError(`${operation}.InvalidParameter`, `${operation}: ${parameter} parameter is invalid!`);
