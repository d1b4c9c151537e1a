import { z } from 'zod';

/** SalespersonDivisionNo and SalespersonNo, as `01-0100`; null where Sage leaves the number blank. */
export const salespersonKeySchema = z.string().meta({ id: 'SalespersonKey' });
