import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { IconButton } from './icon-button';

interface Reporting {
  /** Does what a person asked for; resolves to undefined when it failed, after the reason has been shown instead of an older one. */
  readonly attempt: <Result>(doing: Promise<Result>) => Promise<Result | undefined>;
  /** Shows why something failed that nobody asked for. */
  readonly report: (error: unknown) => void;
}

const ReportingContext = createContext<Reporting>({ attempt: () => Promise.resolve(undefined), report: () => undefined });

export const useAttempt = (): Reporting['attempt'] => useContext(ReportingContext).attempt;
export const useReport = (): Reporting['report'] => useContext(ReportingContext).report;

/** Shows why something has failed, until it has been read or the next thing works. */
export function Reports({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, show] = useState<string>();
  const report = useCallback((error: unknown) => show(error instanceof Error ? error.message : String(error)), []);
  const attempt = useCallback(
    async <Result,>(doing: Promise<Result>) => {
      try {
        const result = await doing;
        show(undefined);
        return result;
      } catch (error) {
        report(error);
        return undefined;
      }
    },
    [report],
  );
  const reporting = useMemo(() => ({ attempt, report }), [attempt, report]);
  return (
    <ReportingContext value={reporting}>
      {children}
      <div className="reports" role="alert">
        {shown !== undefined && (
          <div className="report">
            <span>{shown}</span>
            <IconButton icon="cross" label="Dismiss" onClick={() => show(undefined)} />
          </div>
        )}
      </div>
    </ReportingContext>
  );
}
