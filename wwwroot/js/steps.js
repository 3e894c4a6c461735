/**
 * The steps in the life of objectives and key results as people meet them: what is said before, which fields are asked for, and what is sent.
 * A step without words is taken at once.
 */
export const KEY_RESULT_STEPS = {
  activate: {
    to: 'active',
    text: (key) => `From now on ${key} counts, takes work and is checked in. What it promises is kept as it stands today.`,
    button: 'Activate',
    fields: [],
    done: 'Key result activated',
  },
  baselining: {
    to: 'baselining',
    text: (key) => `${key} may be measured for up to 28 days before its start is set. Until then it has no progress.`,
    button: 'Start measuring',
    fields: [],
    done: 'Measuring started',
  },
  start: {
    to: 'active',
    text: (key) => `Say where ${key} starts, as measured. From then on it counts.`,
    button: 'Set the start and activate',
    fields: ['from'],
    done: 'Key result activated',
  },
  revive: { to: 'active', fields: [], done: 'Key result revived' },
  achieved: {
    to: 'achieved',
    text: (key) => `This ends ${key} at its target. It stays in the objective's number, and nothing leads back.`,
    button: 'Call it achieved',
    fields: ['reason'],
    done: 'Key result achieved',
  },
  missed: {
    to: 'missed',
    text: (key) => `This ends ${key} short of its target. It stays in the objective's number, and nothing leads back.`,
    button: 'Call it missed',
    fields: ['reason'],
    done: 'Key result called missed',
  },
  dormant: {
    to: 'dormant',
    text: (key) => `${key} leaves the headline number and stays listed. One click revives it.`,
    button: 'Put to sleep',
    fields: ['reason'],
    done: 'Key result put to sleep',
  },
  killed: {
    to: 'killed',
    text: (key) => `This ends ${key}: it leaves the headline number and stays listed with its reason. Nothing leads back.`,
    button: 'Kill it',
    fields: ['reason', 'redirect'],
    done: 'Key result killed',
  },
};

export const OBJECTIVE_STEPS = {
  active: {
    to: 'active',
    text: (key) => `From now on ${key} is pursued. It needs an owner, the scope's mapping owner and one key result that could start.`,
    button: 'Activate',
    fields: [],
    done: 'Objective activated',
  },
  closed: {
    to: 'closed',
    text: (key) => `This closes ${key} for good. Its key results have to be over first.`,
    button: 'Close objective',
    fields: ['outcome'],
    done: 'Objective closed',
  },
};

/** The step that a button of a key result in `state` stands for. */
export function keyResultStep(name, state) {
  if (name !== 'active') {
    return KEY_RESULT_STEPS[name];
  }
  return state === 'dormant' ? KEY_RESULT_STEPS.revive : KEY_RESULT_STEPS.activate;
}
