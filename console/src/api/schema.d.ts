// Made by tools/console_api.sh from the /openapi.json of the service: change the service, never this file.

export interface paths {
    "/fsi/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["national"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fsi/api/{infno}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["national-by-number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["alive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/balance/by-month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["balance-by-month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/balance/by-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["balance-by-provider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/national": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["national-description"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/clauses/{clause}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clause"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["pools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decisions"];
        put?: never;
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/decisions/{decision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/decisions/{decision}/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/decisions/{decision}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/decisions/{decision}/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/decisions/{decision}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/account/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account-credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/account/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account-use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person-bills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/bills/{encounter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person-bill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/bills/{encounter}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explained-bill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/bills/{encounter}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person-statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["explained-trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["facts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["settlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person-standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/persons/{person}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/policy/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["policy-audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/policy/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["policy-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["registers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/registers/{register}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["register-checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/registers/{register}/entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["entry"];
        put?: never;
        post: operations["open-entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["amend-entry"];
        trace?: never;
    };
    "/v1/pools/{pool}/registers/{register}/entries/{entry}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["move-entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{pool}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["request-by-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemas/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["standing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["trail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-user"];
        post?: never;
        delete: operations["delete-user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put-password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give-token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        account: {
            balance?: string | null;
            owner: "spouse" | "parent" | "child";
        } & {
            [key: string]: unknown;
        };
        "account-credit-body": {
            credit: components["schemas"]["credit"];
        } & {
            [key: string]: unknown;
        };
        "account-entry": {
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            credit?: string;
            debit?: string;
            for?: "self" | "spouse" | "parent" | "child" | "other";
            month?: string;
            on?: string;
            policy_status?: "in-force" | "draft";
            reason?: components["schemas"]["refusal"];
            refused?: string;
            text?: string;
            use?: "outpatient" | "inpatient" | "pharmacy" | "device" | "consumable" | "resident-premium" |
              "ltc-premium" | "inclusive-commercial-premium" | "public-health" | "fitness" | "wellness" | "check-up";
        };
        "account-line": {
            account: "treasury-deposit" | "subsidy-receivable" | "due-from-fund" | "due-to-fund" |
              "provider-payable" | "person-payable" | "receipts-held" | "account-liability" | "opening-balance" |
              "contribution-income" | "benefit-expense" | "premium-subsidy" | "account-credit";
            balance: string;
            credit: string;
            debit: string;
        };
        "account-state": {
            balance: string;
            entries: components["schemas"]["account-entry"][];
            opening?: string;
        };
        "account-use-body": {
            use: components["schemas"]["use"];
        } & {
            [key: string]: unknown;
        };
        "activate-body": {
            activation: components["schemas"]["activation"];
        } & {
            [key: string]: unknown;
        };
        activated: {
            from: string;
            packs: string;
        };
        activation: {
            draft?: unknown;
            on: string;
            since?: string | null;
        } & {
            [key: string]: unknown;
        };
        "adopt-body": {
            activation: components["schemas"]["activation"];
            decision?: string | null;
        } & {
            [key: string]: unknown;
        };
        "amend-entry-body": {
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator" | null;
            fields?: unknown;
            on: string;
        } & {
            [key: string]: unknown;
        };
        amounts: {
            not_payable: string;
            outside_catalogue: string;
            over_limit: string;
            policy_scope: string;
            self_pay_first: string;
            total: string;
        };
        application: {
            base_total?: string;
            basis?: "cited" | "published" | "analogy" | "assumed";
            bills?: components["schemas"]["counted-bill"][];
            clauses: string[];
            deductible?: string;
            limit?: string;
            on: string;
            paid?: string;
            policy_status?: "in-force" | "draft";
            ratio?: string;
            reason?: components["schemas"]["application-reason"];
            recognised?: string;
            status: "granted" | "refused";
            window?: components["schemas"]["window"][];
        };
        "application-2": {
            decision?: "granted" | "refused" | null;
            on: string;
            recognised?: string | null;
        } & {
            [key: string]: unknown;
        };
        "application-body": {
            application: components["schemas"]["application-2"];
        } & {
            [key: string]: unknown;
        };
        "application-reason": {
            code: "no-rule" | "not-recognised" | "not-granted" | "second-in-year" | "no-days" | "outside-window" |
              "other-grant" | "other-identity" | "other-care" | "not-settled" | "assisted-on-bill";
            text: string;
        };
        approval: {
            approved: string;
            asked: string;
            by: "nation" | "province" | "city-government" | "bureau" | "finance" | "tax" | "other-department" |
              "agency" | "county";
            number?: string | null;
        } & {
            [key: string]: unknown;
        };
        "approve-body": {
            approval: components["schemas"]["approval"];
        } & {
            [key: string]: unknown;
        };
        "audit-evidence": {
            basis?: "cited" | "published" | "analogy" | "assumed";
            clauses?: string[];
            document?: string;
            file?: string;
            issued?: string;
            key?: string;
            line?: number;
            parameter: string;
            policy_status?: "in-force" | "draft";
            value: string;
        };
        "audit-text": {
            en: string;
            zh: string;
        };
        bill: {
            account?: string;
            account_by_owner?: {
                [key: string]: string;
            };
            amounts?: components["schemas"]["amounts"];
            basis?: "cited" | "published" | "analogy" | "assumed";
            cash?: string;
            counters?: {
                [key: string]: string;
            };
            covered_from?: string;
            deposit_waived?: boolean;
            encounter: string;
            enterprise_supplement?: string;
            error?: components["schemas"]["error"];
            fund_total?: string;
            layers?: components["schemas"]["layer"][];
            policy_status?: "in-force" | "draft";
            reason?: components["schemas"]["reason"];
            reimbursed_later?: boolean;
            rule_date?: string;
            status: "rejected" | "not-covered" | "not-payable" | "no-benefit" | "settled";
            steps?: components["schemas"]["step"][];
            warnings?: components["schemas"]["bill-warning"][];
        };
        "bill-change": {
            account?: components["schemas"]["change"];
            cash?: components["schemas"]["change"];
            encounter: string;
            fund_total?: components["schemas"]["change"];
        };
        "bill-warning": {
            code: "number-check-digit" | "number-birth" | "number-sex" | "duplicate-claim" | "overlapping-stay" |
              "two-places";
            encounter?: string;
            provider?: string;
            text?: string;
            where: string;
        };
        "bills-of-day": {
            bills: number;
            day: string;
            late: number;
            missing: string[];
            named: number;
            provider: string;
        };
        "case-record": {
            as_of?: string | null;
            events?: (components["schemas"]["event-enrol"] | components["schemas"]["event-pay"] |
              components["schemas"]["event-identity"] | components["schemas"]["event-employ"] |
              components["schemas"]["event-leave"] | components["schemas"]["event-retire"] |
              components["schemas"]["event-deemed"] | components["schemas"]["event-top-up"] |
              components["schemas"]["event-transfer"] | components["schemas"]["event-account-use"] |
              components["schemas"]["event-apply"] | components["schemas"]["event-death"] |
              components["schemas"]["event-withdraw"])[] | null;
            format?: "yidan.record/1" | null;
            person?: components["schemas"]["repeated-person"] | null;
            pool?: string | null;
        } & {
            [key: string]: unknown;
        };
        change: {
            after: string;
            before: string;
        };
        check: {
            asks: "city-level" | "authority" | "not-uniform" | "further-department" | "end" | "direction" | "filed" |
              "filed-before" | "filed-as-decided" | "approved-before" | "figures";
            by_analogy?: boolean;
            clauses: string[];
            grade: "ok" | "info" | "warn" | "transitional" | "violation" | "not-evaluable";
            missing?: components["schemas"]["audit-text"];
            text: components["schemas"]["audit-text"];
        };
        checked: {
            all: number;
            check: string;
            clauses: string[];
            days?: components["schemas"]["bills-of-day"][];
            days_overdue?: number;
            due?: string;
            findings: components["schemas"]["entry-finding"][];
            held: number;
            rule: components["schemas"]["audit-text"];
            share?: string;
        };
        "correction-body": {
            encounter: components["schemas"]["encounter"];
        } & {
            [key: string]: unknown;
        };
        "counted-bill": {
            above_deductible?: string;
            accumulated?: string;
            base?: string;
            counts: boolean;
            encounter: string;
            paid?: string;
            reason?: components["schemas"]["application-reason"];
            rule_date: string;
        };
        "counted-identity": {
            basis: "cited" | "published" | "analogy" | "assumed";
            category: "destitute" | "minimum-living" | "returned-to-poverty" | "minimum-living-margin" |
              "monitored" | "impoverished-by-illness" | "lifted-from-poverty";
            clauses: string[];
            from: string;
            policy_status?: "in-force" | "draft";
            text?: string;
            to?: string;
        };
        cover: {
            from: string;
            scheme: "employee" | "resident";
            status: "active" | "retired" | "flexible" | "adult" | "child" | "student" | "newborn";
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "cover-span": {
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            from: string;
            policy_status?: "in-force" | "draft";
            scheme: "employee" | "resident";
            status: "active" | "retired" | "flexible" | "adult" | "child" | "student" | "newborn";
            text?: string;
            to?: string;
        };
        credit: {
            amount?: string | null;
            month: string;
        } & {
            [key: string]: unknown;
        };
        deadline: {
            days_overdue?: number;
            due: string;
            move: string;
            text: components["schemas"]["audit-text"];
        };
        "decide-body": {
            decision: components["schemas"]["decision"];
        } & {
            [key: string]: unknown;
        };
        decision: {
            basis?: components["schemas"]["legal-basis"][] | null;
            direction?: "nation" | "province" | "city" | null;
            document?: string | null;
            draft?: unknown;
            from: string;
            group?: "none" | "destitute" | "minimum-living" | "returned-to-poverty" | "minimum-living-margin" |
              "monitored" | "impoverished-by-illness" | "lifted-from-poverty" | null;
            id: string;
            issued?: string | null;
            issuers: ("nation" | "province" | "city-government" | "bureau" | "finance" | "tax" | "other-department" |
              "agency" | "county")[];
            kind: string;
            parameters?: string[] | null;
            region?: string | null;
            title?: string | null;
            until?: string | null;
        } & {
            [key: string]: unknown;
        };
        disease: {
            disease: "hypertension" | "diabetes" | "malignancy" | "dialysis" | "transplant" |
              "severe-mental-illness" | "mdr-tuberculosis" | "xdr-tuberculosis" | "pulmonary-tuberculosis" |
              "extrapulmonary-tuberculosis" | "chronic-hepatitis-b" | "chronic-hepatitis-c" | "cirrhosis";
            from: string;
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "do-activate": {
            activation: components["schemas"]["activation"];
            decision?: string | null;
            do: "activate";
            format: "yidan.request/1";
            key: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-amend": {
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator" | null;
            do: "amend";
            entry: string;
            fields?: unknown;
            format: "yidan.request/1";
            key: string;
            on: string;
            pool: string;
            register: string;
        } & {
            [key: string]: unknown;
        };
        "do-approve": {
            approval: components["schemas"]["approval"];
            decision: string;
            do: "approve";
            format: "yidan.request/1";
            key: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-correct": {
            do: "correct";
            encounter: components["schemas"]["encounter"];
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-credit": {
            credit: components["schemas"]["credit"];
            do: "credit";
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-decide": {
            decision: components["schemas"]["decision"];
            do: "decide";
            format: "yidan.request/1";
            key: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-enrol": {
            do: "enrol";
            enrol: components["schemas"]["enrol"];
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-facts": {
            do: "facts";
            facts: components["schemas"]["facts"];
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-file": {
            decision: string;
            do: "file";
            filing: components["schemas"]["filing"];
            format: "yidan.request/1";
            key: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-grant": {
            application: components["schemas"]["application-2"];
            do: "grant";
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-move": {
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator" | null;
            do: "move";
            entry: string;
            fields?: unknown;
            format: "yidan.request/1";
            key: string;
            move: string;
            on: string;
            pool: string;
            register: string;
        } & {
            [key: string]: unknown;
        };
        "do-open": {
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator" | null;
            do: "open";
            entry: string;
            fields?: unknown;
            format: "yidan.request/1";
            key: string;
            move?: string | null;
            on: string;
            pool: string;
            register: string;
        } & {
            [key: string]: unknown;
        };
        "do-pay": {
            do: "pay";
            format: "yidan.request/1";
            key: string;
            pay: components["schemas"]["pay"];
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-record": {
            do: "record";
            events: (components["schemas"]["event-enrol"] | components["schemas"]["event-pay"] |
              components["schemas"]["event-identity"] | components["schemas"]["event-employ"] |
              components["schemas"]["event-leave"] | components["schemas"]["event-retire"] |
              components["schemas"]["event-deemed"] | components["schemas"]["event-top-up"] |
              components["schemas"]["event-transfer"] | components["schemas"]["event-account-use"] |
              components["schemas"]["event-apply"] | components["schemas"]["event-death"] |
              components["schemas"]["event-withdraw"])[];
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-reverse": {
            do: "reverse";
            encounter?: string | null;
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
            provider?: string | null;
            reason?: string | null;
            request?: string | null;
        } & {
            [key: string]: unknown;
        };
        "do-settle": {
            as_in_trial?: string | null;
            do: "settle";
            encounter: components["schemas"]["encounter"];
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-trial": {
            do: "trial";
            encounter: components["schemas"]["encounter"];
            format: "yidan.request/1";
            key?: string | null;
            person: string;
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "do-use": {
            do: "use";
            format: "yidan.request/1";
            key: string;
            person: string;
            pool: string;
            use: components["schemas"]["use"];
        } & {
            [key: string]: unknown;
        };
        "do-withdraw": {
            decision: string;
            do: "withdraw";
            format: "yidan.request/1";
            key: string;
            pool: string;
            withdrawal: components["schemas"]["withdrawal"];
        } & {
            [key: string]: unknown;
        };
        document: {
            cited: number;
            clauses: number;
            filed_on?: string;
            from: string;
            id: string;
            issued?: string;
            issuer: string;
            note?: string;
            number?: string;
            policy_status: "in-force" | "draft";
            publication?: string;
            title: string;
            to?: string;
        };
        "done-application": {
            applied: string;
            base?: string;
            basis: "cited" | "published" | "analogy" | "assumed";
            paid?: string;
            policy_status: "in-force" | "draft";
            refused?: "no-rule" | "not-recognised" | "not-granted" | "second-in-year" | "no-days";
        };
        "done-late": {
            days: number;
            done: string;
            due: string;
            move: string;
        };
        due: {
            amount: string;
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            for: string;
            paid_on?: string;
            part: "individual" | "employer" | "government";
            payer: "person" | "employer" | "county" | "treasury" | "assistance" | "pooled-fund";
            policy_status?: "in-force" | "draft";
            presumed?: boolean;
            standard_year?: number | string;
            text?: string;
        };
        encounter: {
            admitted?: string | null;
            before_admission?: boolean | null;
            care: "outpatient" | "chronic" | "two-disease" | "special-drug" | "inpatient" | "day-surgery" |
              "pharmacy" | "day-ward";
            cause?: "illness" | "work-injury" | "third-party" | "public-health" | "abroad" | "wellness" |
              "check-up" | "state-declared" | null;
            date: string;
            disease?: "hypertension" | "diabetes" | "malignancy" | "dialysis" | "transplant" |
              "severe-mental-illness" | "mdr-tuberculosis" | "xdr-tuberculosis" | "pulmonary-tuberculosis" |
              "extrapulmonary-tuberculosis" | "chronic-hepatitis-b" | "chronic-hepatitis-c" | "cirrhosis" | null;
            enterprise_supplement?: string | null;
            first_contact_referral?: boolean | null;
            id: string;
            liability?: string | null;
            lines: components["schemas"]["line"][];
            paperwork?: components["schemas"]["paperwork"] | null;
            place?: "local" | "remote-temporary" | "remote-referred" | "remote-resident" | null;
            provider: components["schemas"]["provider"];
            referred_from?: string | null;
            reimbursed_later?: boolean | null;
            stay?: string | null;
            use_account?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        enrol: {
            household?: string | null;
            insured_year?: number | string | null;
            on: string;
            residence_permit?: boolean | null;
            scheme: "employee" | "resident";
            status: "active" | "retired" | "flexible" | "adult" | "child" | "student" | "newborn";
        } & {
            [key: string]: unknown;
        };
        "enrolment-body": {
            enrol: components["schemas"]["enrol"];
        } & {
            [key: string]: unknown;
        };
        "entry-finding": {
            check: string;
            clauses: string[];
            days?: number;
            entry?: string;
            otherwise: "refuse" | "warn";
            rule: components["schemas"]["audit-text"];
            text: components["schemas"]["audit-text"];
        };
        "entry-step": {
            actor?: string;
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator";
            did: "open" | "amend" | "move";
            fields?: unknown;
            move?: string;
            on: string;
            recorded: string;
            to?: string;
        };
        error: {
            code: "syntax" | "unknown-key" | "duplicate-key" | "missing" | "wrong-type" | "invalid-value" |
              "contradiction" | "duplicate-id" | "overflow" | "not-found" | "conflict" | "not-permitted" |
              "unavailable" | "damaged" | "duplicate-claim" | "overlapping-stay" | "two-places" | "forbidden";
            message: string;
            where: string;
        };
        "event-account-use": {
            amount: string;
            event: "account-use";
            for: "self" | "spouse" | "parent" | "child" | "other";
            on: string;
            use: "outpatient" | "inpatient" | "pharmacy" | "device" | "consumable" | "resident-premium" |
              "ltc-premium" | "inclusive-commercial-premium" | "public-health" | "fitness" | "wellness" | "check-up";
        } & {
            [key: string]: unknown;
        };
        "event-apply": {
            decision?: "granted" | "refused" | null;
            event: "apply";
            on: string;
            recognised?: string | null;
        } & {
            [key: string]: unknown;
        };
        "event-death": {
            event: "death";
            on: string;
        } & {
            [key: string]: unknown;
        };
        "event-deemed": {
            event: "deemed";
            from?: string | null;
            months?: number | string | null;
            on: string;
            recognised?: string | null;
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "event-employ": {
            employer?: string | null;
            employer_kind: "government" | "institution" | "enterprise" | "flexible" | "file-custody" | "owner";
            event: "employ";
            monthly_wage?: string | null;
            on: string;
            person_kind?: "ordinary" | "veteran-cadre" | "disabled-serviceman" | null;
        } & {
            [key: string]: unknown;
        };
        "event-enrol": {
            event: "enrol";
            household?: string | null;
            insured_year?: number | string | null;
            on: string;
            residence_permit?: boolean | null;
            scheme: "employee" | "resident";
            status: "active" | "retired" | "flexible" | "adult" | "child" | "student" | "newborn";
        } & {
            [key: string]: unknown;
        };
        "event-identity": {
            category: "destitute" | "minimum-living" | "returned-to-poverty" | "minimum-living-margin" |
              "monitored" | "impoverished-by-illness" | "lifted-from-poverty";
            event: "identity";
            exempt?: boolean | null;
            from?: string | null;
            on: string;
            order?: string | null;
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "event-leave": {
            employer?: string | null;
            event: "leave";
            on: string;
        } & {
            [key: string]: unknown;
        };
        "event-pay": {
            amount: string;
            event: "pay";
            insured_year?: number | string | null;
            month?: string | null;
            on: string;
        } & {
            [key: string]: unknown;
        };
        "event-retire": {
            event: "retire";
            on: string;
        } & {
            [key: string]: unknown;
        };
        "event-top-up": {
            amount?: string | null;
            event: "top-up";
            months: number | string;
            on: string;
        } & {
            [key: string]: unknown;
        };
        "event-transfer": {
            event: "transfer";
            from?: string | null;
            from_pool?: string | null;
            months?: number | string | null;
            on: string;
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "event-withdraw": {
            event: "withdraw";
            number?: number | string | null;
            of: string;
            on: string;
            what: "enrol" | "pay" | "identity" | "employ" | "leave" | "retire" | "deemed" | "top-up" | "transfer" |
              "account-use" | "apply" | "death";
        } & {
            [key: string]: unknown;
        };
        "events-body": {
            events: (components["schemas"]["event-enrol"] | components["schemas"]["event-pay"] |
              components["schemas"]["event-identity"] | components["schemas"]["event-employ"] |
              components["schemas"]["event-leave"] | components["schemas"]["event-retire"] |
              components["schemas"]["event-deemed"] | components["schemas"]["event-top-up"] |
              components["schemas"]["event-transfer"] | components["schemas"]["event-account-use"] |
              components["schemas"]["event-apply"] | components["schemas"]["event-death"] |
              components["schemas"]["event-withdraw"])[];
        } & {
            [key: string]: unknown;
        };
        "explained-trial-body": {
            encounter: components["schemas"]["encounter"];
        } & {
            [key: string]: unknown;
        };
        facts: {
            events?: (components["schemas"]["event-enrol"] | components["schemas"]["event-pay"] |
              components["schemas"]["event-identity"] | components["schemas"]["event-employ"] |
              components["schemas"]["event-leave"] | components["schemas"]["event-retire"] |
              components["schemas"]["event-deemed"] | components["schemas"]["event-top-up"] |
              components["schemas"]["event-transfer"] | components["schemas"]["event-account-use"] |
              components["schemas"]["event-apply"] | components["schemas"]["event-death"] |
              components["schemas"]["event-withdraw"])[] | null;
            opening?: {
                [key: string]: ({
                    [key: string]: (string | null) | unknown;
                } | null) | unknown;
            } | null;
            person?: components["schemas"]["known-person"] | null;
            record?: components["schemas"]["case-record"] | null;
        } & {
            [key: string]: unknown;
        };
        "facts-body": {
            facts: components["schemas"]["facts"];
        } & {
            [key: string]: unknown;
        };
        "file-body": {
            filing: components["schemas"]["filing"];
        } & {
            [key: string]: unknown;
        };
        filing: {
            answered?: string | null;
            filed: string;
            number: string;
            result?: "accepted" | "returned" | null;
            with?: "nation" | "province" | "city-government" | "bureau" | "finance" | "tax" | "other-department" |
              "agency" | "county" | null;
        } & {
            [key: string]: unknown;
        };
        finding: {
            basis?: "cited" | "published" | "analogy" | "assumed";
            bound?: string;
            by_analogy?: boolean;
            capability?: string;
            care: ("outpatient" | "chronic" | "two-disease" | "special-drug" | "inpatient" | "day-surgery" |
              "pharmacy" | "day-ward")[];
            class: "hard" | "soft" | "average" | "trend" | "structure" | "gate";
            clauses: string[];
            dimension: "framework" | "names" | "settings" | "policy-standards" | "payment-scope" |
              "information-system";
            due?: string;
            evidence: components["schemas"]["audit-evidence"][];
            grade: "ok" | "info" | "warn" | "transitional" | "violation" | "not-evaluable";
            group?: string;
            id: string;
            least?: string;
            level?: string;
            measure: "lowest" | "highest" | "mean" | "average" | "sum" | "quotient" | "rise" | "steadiness" |
              "first-day" | "account-reform" | "raise" | "better-than" | "of-standard-year" | "standards" |
              "over-cities" | "variants" | "spread" | "county-rows" | "beyond-list" | "beyond-scope" |
              "keyed-by-identity" | "personal-share" | "supplement" | "not-judged" | "base-rules" | "benchmarks" |
              "dimensions" | "open" | "announced" | "late-notice" | "outside-framework" | "former-names" |
              "other-names" | "item-names";
            measured?: string;
            missing?: components["schemas"]["audit-text"];
            most?: string;
            operator: "at-least" | "at-most" | "above" | "below" | "about" | "equal" | "exists" | "among";
            pack_error?: boolean;
            policy_status?: "in-force" | "draft";
            region: string;
            scheme: ("employee" | "resident" | "large-amount" | "catastrophic" | "civil-servant" |
              "enterprise-supplement" | "assistance")[];
            since?: string;
            text: components["schemas"]["audit-text"];
        };
        "fund-line": {
            accounts: components["schemas"]["account-line"][];
            balance: string;
            balanced: boolean;
            credit: string;
            debit: string;
            fund: "employee-pooled" | "employee-large-amount" | "civil-servant" | "resident-pooled" |
              "resident-catastrophic" | "assistance" | "personal-account" | "ltc";
        };
        gap: {
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            from: string;
            policy_status?: "in-force" | "draft";
            reason: "not-enrolled" | "unpaid" | "waiting-period" | "left" | "suspended";
            text?: string;
            to?: string;
        };
        "grade-counts": {
            info: number;
            "not-evaluable": number;
            ok: number;
            transitional: number;
            violation: number;
            warn: number;
        };
        happened: {
            did: string;
            id: string;
            key?: string;
            of: string;
            pool?: string;
            position: string;
            provider?: string;
            recorded: string;
            subject: string;
        };
        held: {
            bound: string;
            clauses: string[];
            day: string;
            grade: "ok" | "info" | "warn" | "transitional" | "violation" | "not-evaluable";
            id: string;
            measured: string;
            text: components["schemas"]["audit-text"];
        };
        identity: {
            category: "destitute" | "minimum-living" | "returned-to-poverty" | "minimum-living-margin" |
              "monitored" | "impoverished-by-illness" | "lifted-from-poverty";
            from: string;
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "kept-bill": {
            account?: string;
            account_by_owner?: {
                [key: string]: string;
            };
            amounts?: components["schemas"]["amounts"];
            basis?: "cited" | "published" | "analogy" | "assumed";
            cash?: string;
            counters?: {
                [key: string]: string;
            };
            covered_from?: string;
            deposit_waived?: boolean;
            encounter: string;
            enterprise_supplement?: string;
            error?: components["schemas"]["error"];
            fund_total?: string;
            layers?: components["schemas"]["layer"][];
            policy_status?: "in-force" | "draft";
            reason?: components["schemas"]["reason"];
            reimbursed_later?: boolean;
            rule_date?: string;
            status: "rejected" | "not-covered" | "not-payable" | "no-benefit" | "settled" | "reversed";
            steps?: components["schemas"]["step"][];
            warnings?: components["schemas"]["bill-warning"][];
        };
        "known-filing": {
            answered?: string;
            filed: string;
            kind: string;
            number: string;
            state: string;
            with: "nation" | "province" | "city-government" | "bureau" | "finance" | "tax" | "other-department" |
              "agency" | "county";
        };
        "known-person": {
            account_balance?: string | null;
            accounts?: components["schemas"]["account"][] | null;
            born?: string | null;
            coverage?: components["schemas"]["cover"][] | null;
            died?: string | null;
            diseases?: components["schemas"]["disease"][] | null;
            id?: string | null;
            identities?: components["schemas"]["identity"][] | null;
            residence?: components["schemas"]["residence"][] | null;
            sex?: "F" | "M" | null;
            stays?: components["schemas"]["stay"][] | null;
        } & {
            [key: string]: unknown;
        };
        layer: {
            base: string;
            benefit: string;
            burden: string;
            deductible: string;
            first_self_pay: string;
            fund: "employee-pooled" | "employee-large-amount" | "civil-servant" | "resident-pooled" |
              "resident-catastrophic" | "assistance" | "personal-account" | "ltc";
            layer: "basic" | "catastrophic" | "large-amount" | "civil-servant" | "assistance" | "re-assistance";
            paid: string;
        };
        "legal-basis": {
            document: string;
            issuer: "nation" | "province" | "city-government" | "bureau" | "finance" | "tax" | "other-department" |
              "agency" | "county";
        } & {
            [key: string]: unknown;
        };
        line: {
            amount?: string | null;
            cause?: "illness" | "work-injury" | "third-party" | "public-health" | "abroad" | "wellness" |
              "check-up" | "state-declared" | null;
            class: "A" | "B" | "C";
            code?: string | null;
            id?: string | null;
            liability?: string | null;
            name?: string | null;
            payment_standard?: string | null;
            quantity?: string | null;
            self_pay_first?: string | null;
            unit_price?: string | null;
        } & {
            [key: string]: unknown;
        };
        login: {
            password: string;
            user: string;
        } & {
            [key: string]: unknown;
        };
        "move-entry-body": {
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator" | null;
            fields?: unknown;
            move: string;
            on: string;
        } & {
            [key: string]: unknown;
        };
        "named-pool": {
            en: string;
            pool: string;
            zh: string;
        };
        "open-entry-body": {
            by?: "institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator" | null;
            fields?: unknown;
            move?: string | null;
            on: string;
        } & {
            [key: string]: unknown;
        };
        paperwork: {
            credential?: "e-voucher" | "social-card" | "id-card" | null;
            failed?: "e-voucher" | "social-card" | "id-card" | null;
            failure?: string | null;
            invoice?: string | null;
            mobile_payment?: boolean | null;
            prescribed?: string | null;
            prescription?: string | null;
            prescription_until?: string | null;
            telemedicine?: boolean | null;
            verified?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        "part-line": {
            account: "treasury-deposit" | "subsidy-receivable" | "due-from-fund" | "due-to-fund" |
              "provider-payable" | "person-payable" | "receipts-held" | "account-liability" | "opening-balance" |
              "contribution-income" | "benefit-expense" | "premium-subsidy" | "account-credit";
            balance: string;
            credit: string;
            debit: string;
            fund: "employee-pooled" | "employee-large-amount" | "civil-servant" | "resident-pooled" |
              "resident-catastrophic" | "assistance" | "personal-account" | "ltc";
            month?: string;
            pool: string;
            provider?: string;
        };
        password: {
            password: string;
        } & {
            [key: string]: unknown;
        };
        pay: {
            amount: string;
            insured_year?: number | string | null;
            month?: string | null;
            on: string;
        } & {
            [key: string]: unknown;
        };
        "payment-body": {
            pay: components["schemas"]["pay"];
        } & {
            [key: string]: unknown;
        };
        person: {
            account_balance?: string | null;
            accounts?: components["schemas"]["account"][] | null;
            born?: string | null;
            coverage?: components["schemas"]["cover"][] | null;
            died?: string | null;
            diseases?: components["schemas"]["disease"][] | null;
            id: string;
            identities?: components["schemas"]["identity"][] | null;
            residence?: components["schemas"]["residence"][] | null;
            sex?: "F" | "M" | null;
            stays?: components["schemas"]["stay"][] | null;
        } & {
            [key: string]: unknown;
        };
        "pool-line": {
            funds: components["schemas"]["fund-line"][];
            pool: string;
        };
        posting: {
            account: "treasury-deposit" | "subsidy-receivable" | "due-from-fund" | "due-to-fund" |
              "provider-payable" | "person-payable" | "receipts-held" | "account-liability" | "opening-balance" |
              "contribution-income" | "benefit-expense" | "premium-subsidy" | "account-credit";
            credit?: string;
            debit?: string;
            fund: "employee-pooled" | "employee-large-amount" | "civil-servant" | "resident-pooled" |
              "resident-catastrophic" | "assistance" | "personal-account" | "ltc";
            party?: string;
            route?: "premium-subsidy" | "account-credit";
        };
        problem: {
            clauses?: string[];
            code: "syntax" | "unknown-key" | "duplicate-key" | "missing" | "wrong-type" | "invalid-value" |
              "contradiction" | "duplicate-id" | "overflow" | "not-found" | "conflict" | "not-permitted" |
              "unavailable" | "damaged" | "duplicate-claim" | "overlapping-stay" | "two-places" | "forbidden" |
              "no-such-route" | "method-not-allowed" | "unsupported-media-type" | "malformed-request" | "too-large" |
              "header-too-large" | "busy" | "unauthenticated" | "too-many-attempts";
            detail: string;
            request: string;
            retryable: boolean;
            status: number;
            title: string;
            type: string;
            where?: string;
        };
        provider: {
            designated?: ("outpatient" | "chronic" | "two-disease" | "special-drug" | "inpatient" | "day-surgery" |
              "pharmacy" | "day-ward")[] | null;
            id?: string | null;
            level?: number | null;
            name?: string | null;
            region?: string | null;
        } & {
            [key: string]: unknown;
        };
        reason: {
            clauses?: string[];
            code: "not-enrolled" | "unpaid" | "waiting-period" | "left" | "suspended" | "illness" | "work-injury" |
              "third-party" | "public-health" | "abroad" | "wellness" | "check-up" | "state-declared" |
              "no-policy-in-force" | "no-rule" | "disease-not-registered" | "during-stay" | "not-designated";
            text?: string;
        };
        receipt: {
            engine: string;
            event: number;
            inputs: string;
            key: string;
            packs: string;
        };
        "record-person": {
            account_balance?: string | null;
            born: string;
            id: string;
            sex?: "F" | "M" | null;
        } & {
            [key: string]: unknown;
        };
        "recorded-figure": {
            name: string;
            of: string;
            value: string;
        };
        refusal: {
            code: "not-allowed" | "not-covered" | "insufficient";
            text?: string;
        };
        "repeated-person": {
            account_balance?: string | null;
            born?: string | null;
            id?: string | null;
            sex?: "F" | "M" | null;
        } & {
            [key: string]: unknown;
        };
        residence: {
            answer?: "granted" | "pending" | "refused" | null;
            answered?: string | null;
            channel?: "window" | "website" | "app" | "phone" | "self-service" | "institution" | null;
            filed?: string | null;
            from: string;
            place?: "local" | "remote-temporary" | "remote-referred" | "remote-resident" | null;
            region: string;
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        "reversal-body": {
            encounter?: string | null;
            provider?: string | null;
            reason?: string | null;
            request?: string | null;
        } & {
            [key: string]: unknown;
        };
        rule: {
            at: string;
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            from: string;
            insured_year_basis?: "cited" | "published" | "analogy" | "assumed";
            key: string;
            pack: string;
            policy_status: "in-force" | "draft";
            rule: string;
            source?: string;
            standard_year?: number | string;
            title: string;
            to?: string;
            unfiled?: boolean;
            value: string;
        };
        "settlement-body": {
            as_in_trial?: string | null;
            encounter: components["schemas"]["encounter"];
        } & {
            [key: string]: unknown;
        };
        stay: {
            from: string;
            kind: "inpatient" | "ltc-special-care" | "ltc-institutional-care" | "ltc-visiting-care";
            to?: string | null;
        } & {
            [key: string]: unknown;
        };
        step: {
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            inputs: string[];
            output: string;
            policy_status: "in-force" | "draft";
            rule: string;
            text?: string;
            unfiled?: boolean;
        };
        subsidy: {
            amount: string;
            basis: "cited" | "published" | "analogy" | "assumed";
            category: "destitute" | "minimum-living" | "returned-to-poverty" | "minimum-living-margin" |
              "monitored" | "impoverished-by-illness" | "lifted-from-poverty";
            clauses: string[];
            for: string;
            payer: "person" | "employer" | "county" | "treasury" | "assistance" | "pooled-fund";
            policy_status?: "in-force" | "draft";
            standard_year?: number | string;
            text?: string;
        };
        task: {
            clauses: string[];
            closed?: string;
            closed_by: "document" | "bounds" | "rules" | "check" | "schedule" | "gate" | "nothing";
            days: number;
            due?: string;
            evidence?: string;
            lead: string[];
            legal_end?: string;
            missing?: components["schemas"]["audit-text"][];
            note?: components["schemas"]["audit-text"];
            section?: string;
            shared?: boolean;
            state: "open" | "done" | "done-late" | "overdue" | "continuous";
            support: string[];
            task: string;
            title: components["schemas"]["audit-text"];
        };
        "token-asked": {
            until: string;
        } & {
            [key: string]: unknown;
        };
        trace: {
            allowed: boolean;
            at: string;
            deed: "see-policy" | "try-case" | "see-standing" | "see-bills" | "try-settlement" | "settle" |
              "reverse" | "tell-facts" | "enrol" | "grant" | "use-account" | "see-requests" | "see-books" |
              "see-feed" | "see-registers" | "act-on-register" | "decide" | "see-operation" | "keep-users" |
              "see-trail";
            person?: string;
            pool?: string;
            provider?: string;
            request?: string;
            user: string;
        };
        "trial-body": {
            encounter: components["schemas"]["encounter"];
        } & {
            [key: string]: unknown;
        };
        use: {
            amount: string;
            for?: "self" | "spouse" | "parent" | "child" | "other" | null;
            on: string;
            use: "outpatient" | "inpatient" | "pharmacy" | "device" | "consumable" | "resident-premium" |
              "ltc-premium" | "inclusive-commercial-premium" | "public-health" | "fitness" | "wellness" | "check-up";
        } & {
            [key: string]: unknown;
        };
        user: {
            closed: boolean;
            password: boolean;
            pools: string[];
            provider?: string;
            roles: ("institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator")[];
            user: string;
        };
        "user-told": {
            person?: string | null;
            pools?: string[] | null;
            provider?: string | null;
            roles: ("institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator")[];
        } & {
            [key: string]: unknown;
        };
        warning: {
            clauses?: string[];
            code: "out-of-order" | "after-as-of" | "pay-without-enrolment" | "pay-too-late" | "pay-short" |
              "pay-over" | "no-standard" | "no-wage" | "no-rate" | "separate-contribution" | "two-employers" |
              "leave-without-relation" | "resident-while-employed" | "household-elsewhere" |
              "deemed-not-recognised" | "top-up-not-given" | "no-credit-rule" | "needy-not-covered" | "told-twice" |
              "number-check-digit" | "number-birth" | "number-sex";
            text?: string;
            where?: string;
        };
        window: {
            from: string;
            to: string;
        };
        "withdraw-body": {
            withdrawal: components["schemas"]["withdrawal"];
        } & {
            [key: string]: unknown;
        };
        withdrawal: {
            on: string;
        } & {
            [key: string]: unknown;
        };
        years: {
            actual_months: number;
            basis: "cited" | "published" | "analogy" | "assumed";
            clauses: string[];
            deemed_months: number;
            entitled_from?: string;
            missing_months?: number;
            policy_status?: "in-force" | "draft";
            required_months?: number;
            text?: string;
            topped_up_months?: number;
        };
        "yidan.assistance.1": {
            applications: components["schemas"]["application"][];
            error?: components["schemas"]["error"];
            format: "yidan.assistance/1";
            person?: string;
            pool?: string;
            status?: "rejected";
        };
        "yidan.audit.1": {
            counts: components["schemas"]["grade-counts"];
            draft: string;
            findings: components["schemas"]["finding"][];
            format: "yidan.audit/1";
            on: string;
            pool: string;
            remarks?: components["schemas"]["audit-text"][];
        };
        "yidan.balance-by.1": {
            by: string;
            format: "yidan.balance-by/1";
            rows: components["schemas"]["part-line"][];
            ungated?: boolean;
        };
        "yidan.balance.1": {
            balanced: boolean;
            format: "yidan.balance/1";
            pools: components["schemas"]["pool-line"][];
            ungated?: boolean;
        };
        "yidan.bill.1": {
            bills: components["schemas"]["bill"][];
            error?: components["schemas"]["error"];
            format: "yidan.bill/1";
            person?: string;
            pool?: string;
            status?: "rejected";
        };
        "yidan.case.1": {
            encounters: components["schemas"]["encounter"][];
            events?: (components["schemas"]["event-enrol"] | components["schemas"]["event-pay"] |
              components["schemas"]["event-identity"] | components["schemas"]["event-employ"] |
              components["schemas"]["event-leave"] | components["schemas"]["event-retire"] |
              components["schemas"]["event-deemed"] | components["schemas"]["event-top-up"] |
              components["schemas"]["event-transfer"] | components["schemas"]["event-account-use"] |
              components["schemas"]["event-apply"] | components["schemas"]["event-death"] |
              components["schemas"]["event-withdraw"])[] | null;
            format: "yidan.case/1";
            opening?: {
                [key: string]: ({
                    [key: string]: (string | null) | unknown;
                } | null) | unknown;
            } | null;
            person: components["schemas"]["person"];
            pool: string;
            record?: components["schemas"]["case-record"] | null;
        } & {
            [key: string]: unknown;
        };
        "yidan.clause.1": {
            clause: string;
            document: string;
            format: "yidan.clause/1";
            from?: string;
            gist: string;
            number?: string;
            policy_status: "in-force" | "draft";
            section: string;
            title: string;
            to?: string;
        };
        "yidan.coverage.1": {
            checks: components["schemas"]["checked"][];
            format: "yidan.coverage/1";
            on: string;
            pool: string;
            register: string;
            ungated?: boolean;
        };
        "yidan.decision.1": {
            activated?: components["schemas"]["activated"];
            basis?: components["schemas"]["legal-basis"][];
            checks?: components["schemas"]["check"][];
            decision: string;
            did?: "decide" | "file" | "approve" | "activate" | "withdraw";
            direction?: "nation" | "province" | "city";
            document?: string;
            draft?: string[];
            earliest?: string;
            figures?: components["schemas"]["recorded-figure"][];
            filings: components["schemas"]["known-filing"][];
            findings?: components["schemas"]["held"][];
            format: "yidan.decision/1";
            from: string;
            group?: "none" | "destitute" | "minimum-living" | "returned-to-poverty" | "minimum-living-margin" |
              "monitored" | "impoverished-by-illness" | "lifted-from-poverty";
            issued?: string;
            issuers: ("nation" | "province" | "city-government" | "bureau" | "finance" | "tax" | "other-department" |
              "agency" | "county")[];
            kind: string;
            kind_text: components["schemas"]["audit-text"];
            on?: string;
            parameters: string[];
            pool: string;
            receipt?: components["schemas"]["receipt"];
            region: string;
            state: string;
            state_text: components["schemas"]["audit-text"];
            title?: string;
            ungated?: boolean;
            until?: string;
        };
        "yidan.decisions.1": {
            decisions: components["schemas"]["yidan.decision.1"][];
            format: "yidan.decisions/1";
            on: string;
            ungated?: boolean;
        };
        "yidan.documents.1": {
            documents: components["schemas"]["document"][];
            format: "yidan.documents/1";
        };
        "yidan.done.1": {
            account_balance?: string;
            applications?: components["schemas"]["done-application"][];
            bills?: components["schemas"]["bill-change"][];
            credited?: string;
            did: "facts" | "record" | "settle" | "correct" | "reverse" | "credit" | "use";
            format: "yidan.done/1";
            person: string;
            pool: string;
            posting: components["schemas"]["posting"][];
            receipt: components["schemas"]["receipt"];
            refused?: "not-allowed" | "not-covered" | "insufficient";
            ungated?: boolean;
            used?: string;
            warnings?: components["schemas"]["warning"][];
        };
        "yidan.entries.1": {
            entries: components["schemas"]["yidan.entry.1"][];
            format: "yidan.entries/1";
            on: string;
            register: string;
            ungated?: boolean;
        };
        "yidan.entry.1": {
            did?: "open" | "amend" | "move";
            entry: string;
            fields: unknown;
            findings?: components["schemas"]["entry-finding"][];
            format: "yidan.entry/1";
            late?: components["schemas"]["done-late"][];
            next?: components["schemas"]["deadline"];
            on: string;
            pool: string;
            receipt?: components["schemas"]["receipt"];
            register: string;
            since?: string;
            state: string;
            state_text: components["schemas"]["audit-text"];
            steps?: components["schemas"]["entry-step"][];
            ungated?: boolean;
        };
        "yidan.explained.1": {
            bill: components["schemas"]["bill"];
            encounter: components["schemas"]["encounter"];
            format: "yidan.explained/1";
            parts: components["schemas"]["amounts"][];
            person: string;
            pool: string;
            provider: components["schemas"]["provider"];
            trial?: string;
        };
        "yidan.feed.1": {
            events: components["schemas"]["happened"][];
            format: "yidan.feed/1";
            next: string;
        };
        "yidan.login.1": {
            format: "yidan.login/1";
            pools: string[];
            provider?: string;
            roles: ("institution" | "window" | "designation" | "enrolment" | "assistance" | "fund" | "policy" |
              "supervisor" | "citizen" | "auditor" | "administrator")[];
            token: string;
            until: string;
            user: string;
        };
        "yidan.policy.1": {
            format: "yidan.policy/1";
            on: string;
            pool: string;
            rules: components["schemas"]["rule"][];
        };
        "yidan.pools.1": {
            format: "yidan.pools/1";
            pools: components["schemas"]["named-pool"][];
        };
        "yidan.record.1": {
            as_of?: string | null;
            events?: (components["schemas"]["event-enrol"] | components["schemas"]["event-pay"] |
              components["schemas"]["event-identity"] | components["schemas"]["event-employ"] |
              components["schemas"]["event-leave"] | components["schemas"]["event-retire"] |
              components["schemas"]["event-deemed"] | components["schemas"]["event-top-up"] |
              components["schemas"]["event-transfer"] | components["schemas"]["event-account-use"] |
              components["schemas"]["event-apply"] | components["schemas"]["event-death"] |
              components["schemas"]["event-withdraw"])[] | null;
            format: "yidan.record/1";
            person: components["schemas"]["record-person"];
            pool: string;
        } & {
            [key: string]: unknown;
        };
        "yidan.registers.1": {
            format: "yidan.registers/1";
            pool: string;
            registers: unknown[];
        };
        "yidan.settled.1": {
            bill: components["schemas"]["kept-bill"];
            format: "yidan.settled/1";
            person: string;
            pool: string;
            receipt: components["schemas"]["receipt"];
            ungated?: boolean;
        };
        "yidan.standing.1": {
            account?: components["schemas"]["account-state"];
            as_of?: string;
            basis?: "cited" | "published" | "analogy" | "assumed";
            cover?: components["schemas"]["cover-span"][];
            died?: string;
            dues?: components["schemas"]["due"][];
            error?: components["schemas"]["error"];
            format: "yidan.standing/1";
            gaps?: components["schemas"]["gap"][];
            identities?: components["schemas"]["counted-identity"][];
            person?: string;
            policy_status?: "in-force" | "draft";
            pool?: string;
            status?: "rejected";
            subsidies?: components["schemas"]["subsidy"][];
            ungated?: boolean;
            warnings?: components["schemas"]["warning"][];
            years?: components["schemas"]["years"];
        };
        "yidan.tasks.1": {
            format: "yidan.tasks/1";
            on: string;
            pool: string;
            tasks: components["schemas"]["task"][];
            ungated?: boolean;
        };
        "yidan.trail.1": {
            format: "yidan.trail/1";
            traces: components["schemas"]["trace"][];
        };
        "yidan.trial.1": {
            bill: components["schemas"]["kept-bill"];
            format: "yidan.trial/1";
            person: string;
            pool: string;
            trial: string;
            ungated?: boolean;
        };
        "yidan.users.1": {
            format: "yidan.users/1";
            users: components["schemas"]["user"][];
        };
        "yidan.year.1": {
            bills: components["schemas"]["yidan.settled.1"][];
            format: "yidan.year/1";
            person: string;
            pool: string;
            ungated?: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    national: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "national-by-number": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                infno: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    alive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    assist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yidan.case.1"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.assistance.1"];
                };
            };
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jsonl": string;
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
        };
    };
    balance: {
        parameters: {
            query?: {
                known?: string;
                pool?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.balance.1"];
                };
            };
        };
    };
    "balance-by-month": {
        parameters: {
            query?: {
                known?: string;
                pool?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.balance-by.1"];
                };
            };
        };
    };
    "balance-by-provider": {
        parameters: {
            query?: {
                known?: string;
                pool?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.balance-by.1"];
                };
            };
        };
    };
    journal: {
        parameters: {
            query?: {
                pool?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    feed: {
        parameters: {
            query?: {
                after?: string;
                limit?: number | string;
                pool?: string;
                provider?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.feed.1"];
                    "text/event-stream": string;
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["login"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.login.1"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "national-description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    clause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clause: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.clause.1"];
                };
            };
        };
    };
    documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.documents.1"];
                };
            };
        };
    };
    pools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.pools.1"];
                };
            };
        };
    };
    adopt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["adopt-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    decisions: {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: never;
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decisions.1"];
                };
            };
        };
    };
    decide: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["decide-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    decision: {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: never;
            path: {
                decision: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    activate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                decision: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["activate-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    approve: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                decision: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["approve-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    file: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                decision: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["file-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                decision: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["withdraw-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.decision.1"];
                };
            };
        };
    };
    "account-credit": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["account-credit-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    "account-use": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["account-use-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    application: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["application-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    "person-bills": {
        parameters: {
            query?: {
                known?: string;
                year?: number | string;
            };
            header?: never;
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.year.1"];
                };
            };
        };
    };
    "person-bill": {
        parameters: {
            query?: {
                known?: string;
                provider?: string;
            };
            header?: never;
            path: {
                encounter: string;
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["bill"];
                };
            };
        };
    };
    "explained-bill": {
        parameters: {
            query?: {
                known?: string;
                provider?: string;
            };
            header?: never;
            path: {
                encounter: string;
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.explained.1"];
                };
            };
        };
    };
    "person-statement": {
        parameters: {
            query?: {
                known?: string;
                provider?: string;
                terms?: boolean;
            };
            header?: never;
            path: {
                encounter: string;
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
        };
    };
    correction: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["correction-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    enrolment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["enrolment-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["events-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    "explained-trial": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["explained-trial-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.explained.1"];
                };
            };
        };
    };
    facts: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["facts-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    payment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["payment-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    reversal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["reversal-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.done.1"];
                };
            };
        };
    };
    settlement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["settlement-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.settled.1"];
                };
            };
        };
    };
    "person-standing": {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: never;
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.standing.1"];
                };
            };
        };
    };
    trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["trial-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.trial.1"];
                };
            };
        };
    };
    policy: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.policy.1"];
                };
            };
        };
    };
    "policy-audit": {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.audit.1"];
                };
            };
        };
    };
    "policy-changes": {
        parameters: {
            query: {
                from: string;
                until: string;
            };
            header?: never;
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    registers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.registers.1"];
                };
            };
        };
    };
    entries: {
        parameters: {
            query?: {
                due_before?: string;
                known?: string;
                on?: string;
                overdue?: boolean;
                state?: string;
            };
            header?: never;
            path: {
                pool: string;
                register: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.entries.1"];
                };
            };
        };
    };
    "register-checks": {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: never;
            path: {
                pool: string;
                register: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.coverage.1"];
                };
            };
        };
    };
    entry: {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: never;
            path: {
                entry: string;
                pool: string;
                register: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.entry.1"];
                };
            };
        };
    };
    "open-entry": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                entry: string;
                pool: string;
                register: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["open-entry-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.entry.1"];
                };
            };
        };
    };
    "amend-entry": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                entry: string;
                pool: string;
                register: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["amend-entry-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.entry.1"];
                };
            };
        };
    };
    "move-entry": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                entry: string;
                pool: string;
                register: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["move-entry-body"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.entry.1"];
                };
            };
        };
    };
    tasks: {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: never;
            path: {
                pool: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.tasks.1"];
                };
            };
        };
    };
    request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["do-settle"] | components["schemas"]["do-trial"] |
                  components["schemas"]["do-correct"] | components["schemas"]["do-reverse"] |
                  components["schemas"]["do-facts"] | components["schemas"]["do-record"] |
                  components["schemas"]["do-enrol"] | components["schemas"]["do-pay"] |
                  components["schemas"]["do-grant"] | components["schemas"]["do-credit"] |
                  components["schemas"]["do-use"] | components["schemas"]["do-decide"] |
                  components["schemas"]["do-file"] | components["schemas"]["do-approve"] |
                  components["schemas"]["do-activate"] | components["schemas"]["do-withdraw"] |
                  components["schemas"]["do-open"] | components["schemas"]["do-amend"] |
                  components["schemas"]["do-move"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "request-by-key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
        };
    };
    settle: {
        parameters: {
            query?: {
                steps?: "full" | "ids" | "none";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yidan.case.1"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.bill.1"];
                };
            };
        };
    };
    standing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yidan.record.1"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.standing.1"];
                };
            };
        };
    };
    trail: {
        parameters: {
            query?: {
                on?: string;
                person?: string;
                pool?: string;
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.trail.1"];
                };
            };
        };
    };
    users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.users.1"];
                };
            };
        };
    };
    "put-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["user-told"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "delete-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "put-password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["password"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "give-token": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["token-asked"];
            };
        };
        responses: {
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.login.1"];
                };
            };
        };
    };
}
