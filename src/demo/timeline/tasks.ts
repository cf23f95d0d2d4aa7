import type { Player } from '../player.ts';
import type { Scene } from '../scene.ts';
export async function taskScenes(_player: Player): Promise<Scene[]> {
  return [];
}
