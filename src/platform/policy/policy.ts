import { type Refusal, refuse } from '../refusal.ts';

/** The roles of the installation; titles stand in words.ts. */
export const ROLES = [
  'administrator',
  'director',
  'deputy_director',
  'head',
  'deputy_head',
  'officer',
  'office_clerk',
  'records_clerk',
  'one_stop_officer',
  'reform_focal_officer',
  'agency_clerk',
  'inspector',
  'visitor',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * How far a grant reaches from the post that holds it: the whole agency; the agency and those below it that share
 * everything with it; the post's unit; only what names the person.
 */
export const REACHES = ['lineage', 'agency', 'unit', 'own'] as const;
export type Reach = (typeof REACHES)[number];

export interface Grant {
  permission: string;
  role: Role;
  within: Reach;
}

/** A role held somewhere, by the actor or by the absent person whom the actor stands in for. */
export interface Post {
  role: Role;
  agencyId: string;
  unitId: string | null;
  personId: string;
  /** Name of the absent person; null for the actor's own post. */
  onBehalfOf: { personId: string; name: string } | null;
  /** Agencies that share everything with this one. */
  lineage: readonly string[];
}

/** An access token by which a program asks for somebody: it reaches less far than its person. */
export interface Token {
  id: string;
  name: string;
  /** Whether it may change anything. */
  acts: boolean;
  /** Permissions that it is narrowed to; null for all of its person's. */
  permissions: readonly string[] | null;
}

/** Who asks. */
export interface Actor {
  accountId: string | null;
  personId: string | null;
  agencyId: string;
  name: string;
  posts: readonly Post[];
  /** By which a program asks; absent for a person at a browser. */
  token?: Token;
}

/** What an action or a page is about, as far as policy needs to know. */
export interface Subject {
  agencyId: string;
  /** Units concerned; a grant within 'unit' needs one of them. */
  units?: readonly string[];
  /** People concerned; a grant within 'own' needs the actor, or the person stood in for, to be one of them. */
  people?: readonly string[];
}

export type Verdict = { allowed: true; post: Post } | { allowed: false; reason: Refusal };

const minted: unique symbol = Symbol('minted by policy');

/** What a query may see. Only {@link Policy} makes one. */
export interface Scope {
  readonly [minted]: true;
  /** All agencies of which anything may be seen; row-level security compares these. */
  readonly agencies: readonly string[];
  /** Agencies seen whole. */
  readonly whole: readonly string[];
  /** Units seen whole, of agencies that are not. */
  readonly units: readonly string[];
  /** People whose own work may be seen. */
  readonly people: readonly string[];
}

function scopeOf(whole: Set<string>, agencies: Set<string>, units: Set<string>, people: Set<string>): Scope {
  return {
    [minted]: true,
    agencies: [...agencies],
    whole: [...whole],
    units: [...units],
    people: [...people],
  };
}

/** Decides with reasons; made once from the grants of all slices. */
export class Policy {
  readonly grants: readonly Grant[];
  readonly #byPermission = new Map<string, Map<Role, Reach[]>>();

  constructor(grants: readonly Grant[]) {
    this.grants = grants;
    for (const { permission, role, within } of grants) {
      const roles = this.#byPermission.get(permission) ?? new Map<Role, Reach[]>();
      roles.set(role, [...(roles.get(role) ?? []), within]);
      this.#byPermission.set(permission, roles);
    }
  }

  /** Permissions that any slice grants, in order. */
  get permissions(): string[] {
    return [...this.#byPermission.keys()].sort();
  }

  /** How far a role's permission reaches; empty where it has none. */
  reaches(permission: string, role: Role): readonly Reach[] {
    return this.#byPermission.get(permission)?.get(role) ?? [];
  }

  /** May the actor do it to the subject? Own posts are asked before those of absent people. */
  decide(actor: Actor, permission: string, subject: Subject): Verdict {
    const narrowed = narrowedBy(actor, permission);
    if (narrowed !== undefined) return { allowed: false, reason: narrowed };
    let held = false;
    const posts = [...actor.posts].sort(
      (a, b) => Number(a.onBehalfOf !== null) - Number(b.onBehalfOf !== null),
    );
    for (const post of posts)
      for (const within of this.reaches(permission, post.role)) {
        held = true;
        if (reachesSubject(within, post, subject)) return { allowed: true, post };
      }
    if (actor.accountId === null) return { allowed: false, reason: refuse('unauthenticated:sign-in') };
    return {
      allowed: false,
      reason: held
        ? refuse('forbidden:out-of-reach', { permission })
        : refuse('forbidden:role', { permission }),
    };
  }

  /** The scope in which the actor may read under a permission; it may be empty. */
  scope(actor: Actor, permission: string): Scope {
    const whole = new Set<string>();
    const agencies = new Set<string>();
    const units = new Set<string>();
    const people = new Set<string>();
    const posts = narrowedBy(actor, permission) === undefined ? actor.posts : [];
    for (const post of posts)
      for (const within of this.reaches(permission, post.role)) {
        agencies.add(post.agencyId);
        if (within === 'own') people.add(post.personId);
        else if (within === 'unit') {
          if (post.unitId !== null) units.add(post.unitId);
        } else {
          whole.add(post.agencyId);
          if (within === 'lineage')
            for (const id of post.lineage) {
              whole.add(id);
              agencies.add(id);
            }
        }
      }
    return scopeOf(whole, agencies, units, people);
  }
}

/** Why an access token does not reach as far as a permission; undefined where it does, or nobody asks by one. */
export function narrowedBy({ token }: Actor, permission: string): Refusal | undefined {
  if (token === undefined || token.permissions === null || token.permissions.includes(permission)) return;
  return refuse('forbidden:token-permission', { token: token.name, permission });
}

/** Changing one's own account, tokens among it, is for the person alone. */
const OWN_ACCOUNT = 'account.use';

/** Why an access token may not do what needs a permission, whatever its person may. */
export function mayNotAct(actor: Actor, permission: string): Refusal | undefined {
  const { token } = actor;
  if (token === undefined) return;
  if (!token.acts) return refuse('forbidden:token-reads', { token: token.name });
  if (permission === OWN_ACCOUNT) return refuse('forbidden:token-account', { token: token.name });
  return narrowedBy(actor, permission);
}

/** The person behind a token: what a token may act on, it may know of as its person does. */
export function personOf({ token: _token, ...person }: Actor): Actor {
  return person;
}

/** The scope of the server's own work in one or more agencies: jobs, sign-in, demo, verification. */
export function serverScope(agencies: readonly string[]): Scope {
  const all = new Set(agencies);
  return scopeOf(all, all, new Set(), new Set());
}

/** A scope that reaches the same rows and these agencies too, for what an allowed action writes elsewhere. */
export function widened(scope: Scope, agencies: readonly string[]): Scope {
  return { ...scope, agencies: [...new Set([...scope.agencies, ...agencies])] };
}

function reachesSubject(within: Reach, post: Post, subject: Subject): boolean {
  switch (within) {
    case 'lineage':
      return subject.agencyId === post.agencyId || post.lineage.includes(subject.agencyId);
    case 'agency':
      return subject.agencyId === post.agencyId;
    case 'unit':
      return (
        subject.agencyId === post.agencyId &&
        post.unitId !== null &&
        (subject.units ?? []).includes(post.unitId)
      );
    case 'own':
      return subject.agencyId === post.agencyId && (subject.people ?? []).includes(post.personId);
  }
}
