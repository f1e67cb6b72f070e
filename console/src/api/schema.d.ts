// Made by tools/console_api.sh from the /openapi.json of the service: change the service, never this file.

export interface paths {
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
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{job}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancel-job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{job}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["job-result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["audit-job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reconciliation-job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["verification-job"];
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
        "account-state": {
            balance: string;
            entries: components["schemas"]["account-entry"][];
            opening?: string;
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
        "audit-asked": {
            bills?: boolean | null;
            on?: string | null;
            pool?: string | null;
        } & {
            [key: string]: unknown;
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
        deadline: {
            days_overdue?: number;
            due: string;
            move: string;
            text: components["schemas"]["audit-text"];
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
        "explained-trial-body": {
            encounter: components["schemas"]["encounter"];
        } & {
            [key: string]: unknown;
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
        password: {
            password: string;
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
        "reconciliation-asked": {
            from: string;
            pool: string;
            to?: string | null;
        } & {
            [key: string]: unknown;
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
            closed_by: "document" | "bounds" | "values" | "rules" | "check" | "schedule" | "gate" | "nothing";
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
        trace: {
            allowed: boolean;
            at: string;
            deed: "see-policy" | "try-case" | "see-standing" | "see-bills" | "try-settlement" | "settle" |
              "reverse" | "tell-facts" | "enrol" | "grant" | "use-account" | "see-requests" | "see-books" |
              "see-feed" | "see-registers" | "act-on-register" | "decide" | "see-operation" | "see-numbers" |
              "reveal-number" | "run-jobs" | "keep-users" | "see-trail" | "reconcile" | "see-reconciliation";
            person?: string;
            pool?: string;
            provider?: string;
            reason?: string;
            request?: string;
            user: string;
        };
        "trial-body": {
            encounter: components["schemas"]["encounter"];
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
        "verification-asked": {
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
            next?: string;
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
        "yidan.job.1": {
            asked: unknown;
            done: number;
            error?: components["schemas"]["error"];
            format: "yidan.job/1";
            job: string;
            kind: "audit" | "proof" | "cost" | "elsewhere" | "reconciliation" | "verification";
            of?: number;
            pool?: string;
            result?: string;
            since: string;
            state: "waiting" | "running" | "done" | "failed" | "cancelled" | "broken-off";
            unit: "pools" | "situations" | "persons" | "statements";
            user?: string;
        };
        "yidan.jobs.1": {
            format: "yidan.jobs/1";
            jobs: components["schemas"]["yidan.job.1"][];
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
        "yidan.pools.1": {
            format: "yidan.pools/1";
            pools: components["schemas"]["named-pool"][];
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
    ready: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    jobs: {
        parameters: {
            query?: {
                since?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
                    "application/json": components["schemas"]["yidan.jobs.1"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cancel-job": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
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
                    "application/json": components["schemas"]["yidan.job.1"];
                };
            };
        };
    };
    "job-result": {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                job: string;
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "audit-job": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["audit-asked"];
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.job.1"];
                };
            };
        };
    };
    "reconciliation-job": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["reconciliation-asked"];
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.job.1"];
                };
            };
        };
    };
    "verification-job": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["verification-asked"];
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yidan.job.1"];
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
    clause: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    pools: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "person-bills": {
        parameters: {
            query?: {
                known?: string;
                year?: number | string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "explained-bill": {
        parameters: {
            query?: {
                known?: string;
                provider?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    registers: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    entries: {
        parameters: {
            query?: {
                after?: string;
                due_before?: string;
                known?: string;
                limit?: number | string;
                on?: string;
                overdue?: boolean;
                state?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "register-checks": {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    entry: {
        parameters: {
            query?: {
                known?: string;
                on?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "request-by-key": {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    trail: {
        parameters: {
            query?: {
                on?: string;
                person?: string;
                pool?: string;
                user?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    users: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
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
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
}
