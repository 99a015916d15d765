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
    /** What picking an object means just now, if not to select it. @type {(object: number) => boolean} */
    this.instead = () => false;
    /** Called when cards stand elsewhere than before; done when that is seen. */
    this.moved = async () => {};
    /** One gesture after the other. @type {Promise<void>} */
    this.last = Promise.resolve();
  }

  /** @param {GestureRequest} request */
  perform(request) {
    this.player.pause();
    this.last = this.last.then(() => this.#perform(request));
  }

  /** @param {GestureRequest} request */
  async #perform(request) {
    if (!(await this.engine.free())) {
      this.caption.note("run.busy");
      return;
    }
    // A statement acts on the heap as it is at the end, so that is what has to be seen.
    this.player.pause();
    const answer = await this.engine.gesture(request);
    if ("refused" in answer) this.caption.refuse(answer.refused);
    else void this.engine.execute(answer.statement, true);
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

  /** A card stands where a hand has put it: nothing that Python would know of. @param {ItemRef | null} item */
  async cardMoved(item) {
    if (item) this.selection.select(item);
    await this.moved();
    this.caption.note("heap.cardMoved");
  }

  /** Every card goes back to its place. */
  async tidy() {
    if (!this.engine.panels.untidy) return;
    this.engine.session.tell("tidy");
    await this.moved();
    this.caption.note("heap.tidied");
  }

  /** A tap, or Enter: the source's target if one was armed, else the selection. @param {ItemRef | null} item */
  pick(item) {
    const { source } = this.selection;
    if (item?.kind === "object" && !source && this.instead(item.object)) return;
    if (!source) this.selection.select(item);
    else if (item) this.connect(source.item, item, source.weak);
    else this.selection.disarm();
  }
}
