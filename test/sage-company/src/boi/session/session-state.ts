import type { CompanyDatabase } from '../company/company-database.ts';
import type { BoiState } from '../state/boi-state.ts';

/** What business objects need to know of the session that they were made with. */
export interface SessionState {
  readonly state: BoiState;
  readonly database: CompanyDatabase;
  user: string | undefined;
  userKey: string;
  companyCode: string | undefined;
  /** Dates by module, `yyyymmdd`. */
  readonly dates: Map<string, string>;
  moduleCode: string | undefined;
  /** The task whose rights are in force, by nSetProgram. */
  program: string | undefined;
}
