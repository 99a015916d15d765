// What a hand does to what Python does: a gesture becomes one statement, which is run and played; or it is refused with
// a sentence that says why.

/** @import { Engine } from "./engine.js" */
/** @import { Player } from "./player.js" */
/** @import { Caption } from "./caption.js" */
/** @import { GestureRequest, ItemRef } from "./types" */
/** @import { Selection } from "./selection.js" */

export class Gestures {
  /** @param {Engine} engine @param {Player} player @param {Caption} caption @param {Selection} selection */
  constructor(engine, player, caption, selection) {
    this.engine = engine;
    this.player = player;
    this.caption = caption;
    this.selection = selection;
  }

  /** @param {GestureRequest} request */
  perform(request) {
    this.#standAtTheEnd();
    const answer = this.engine.gesture(request);
    if ("refused" in answer) {
      this.caption.refuse(answer.refused);
      return;
    }
    this.engine.execute(answer.statement, true);
  }

  /** @param {ItemRef} from @param {ItemRef} to @param {boolean} weak */
  connect(from, to, weak) {
    this.selection.disarm();
    this.perform({ kind: "connect", from, to, weak });
  }

  /** @param {ItemRef} item */
  remove(item) {
    this.selection.clear();
    this.perform({ kind: "delete", item });
  }

  /** A tap, or Enter: the source's target if one was armed, else the selection. @param {ItemRef | null} item */
  pick(item) {
    const { source } = this.selection;
    if (!source) this.selection.select(item);
    else if (item) this.connect(source.item, item, source.weak);
    else this.selection.disarm();
  }

  /** A statement acts on the heap as it is at the end, so that is what has to be seen. */
  #standAtTheEnd() {
    this.player.pause();
    if (this.engine.position < this.engine.length) this.engine.seek(this.engine.length, true);
  }
}
