import type { Player } from '../player.ts';
import type { Scene } from '../scene.ts';
import { acknowledgementScenes } from './acknowledgements.ts';
import { deskScenes, dossierScenes } from './dossiers.ts';
import { dutyScenes } from './duties.ts';
import { draftOnStage, ISSUE, reviewScenes, UPLOAD, uploadScenes } from './plan.ts';
import { catalogueScenes, januaryScenes, procedureScenes } from './procedures.ts';
import { reportScenes } from './reports.ts';
import { subplanScenes } from './subplans.ts';
import { targetScenes } from './targets.ts';
import { taskScenes } from './tasks.ts';

/** A part of the year: its scenes can be told once the part before it has happened. */
export interface Act {
  /** Last hour of the act. */
  until: string;
  scenes(player: Player): readonly Scene[] | Promise<readonly Scene[]>;
}

/** The year of the demo, act by act. */
export const ACTS: readonly Act[] = [
  {
    until: '2019-01-21T17:00',
    scenes: () => inOrder([...catalogueScenes(), ...januaryScenes(), ...deskScenes(), ...uploadScenes]),
  },
  {
    until: '2019-01-28T12:00',
    scenes: async (player) => {
      const plan = player.made(UPLOAD);
      // The people of the demo may have cleared the stage; then the rest of the year has nothing to stand on.
      return plan === undefined || player.made(ISSUE) !== undefined
        ? []
        : reviewScenes(await draftOnStage(player, plan));
    },
  },
  {
    until: '2019-12-31T23:59',
    scenes: async (player) =>
      player.made(ISSUE) === undefined
        ? []
        : inOrder([
            ...acknowledgementScenes(),
            ...subplanScenes(),
            ...reportScenes(),
            ...targetScenes(),
            ...procedureScenes(),
            ...dossierScenes(),
            ...(await taskScenes(player)),
            ...(await dutyScenes(player)),
          ]),
  },
];

/** By hour; scenes of the same hour in the order in which they are told. */
function inOrder(scenes: readonly Scene[]): Scene[] {
  return [...scenes].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
