import type { InclusionPolicy } from './inclusion.ts';

/** A rule of an inclusion policy as people read it: rule and value are keys of words. */
export interface InclusionRule {
  rule: 'refused' | 'withdrawn' | 'stopped' | 'waiting' | 'againIsLate' | 'undated' | 'early';
  value:
    | InclusionPolicy['refused']
    | InclusionPolicy['withdrawn']
    | InclusionPolicy['waiting']
    | InclusionPolicy['undated']
    | 'true'
    | 'false'
    | 'day-before';
  source: string;
  provisional: boolean;
}

/** The rules of a policy, each with where it stands. */
export function policyRules(policy: InclusionPolicy): InclusionRule[] {
  const of = (rule: InclusionRule['rule'], value: InclusionRule['value'], key: string = rule) => ({
    rule,
    value,
    source: policy.sources[key]?.source ?? '',
    provisional: policy.sources[key]?.provisional ?? true,
  });
  return [
    of('refused', policy.refused),
    of('withdrawn', policy.withdrawn),
    of('stopped', policy.stopped),
    of('waiting', policy.waiting),
    of('againIsLate', policy.againIsLate ? 'true' : 'false', 'supplementsAllowed'),
    of('undated', policy.undated),
    of('early', 'day-before'),
  ];
}
