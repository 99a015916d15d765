// The shapes that cross from the wasm module, as the page relies on them. The module itself is src/web in the crate.

export type Unit = "event" | "statement" | "pass" | "collection";
export type MarkKind = "source" | "statement" | "collection" | "pass" | "death" | "finalizer" | "exception";
export type Words = Record<string, string | number>;

/** A text by its key in the locale files, with what fills its gaps. */
export interface Message {
  key: string;
  args: Words;
}

export type ItemRef =
  | { kind: "object"; object: number; handle?: boolean }
  | { kind: "name"; frame: number; name: string; handle?: boolean }
  | { kind: "edge"; owner: unknown; index: number; handle?: boolean }
  | { kind: "weak"; weakref: number; handle?: boolean };

export type Hit = ItemRef | { kind: "empty" };

export interface Box {
  item: ItemRef;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type CreateType = "list" | "dict" | "set" | "tuple" | "object" | "finalizer";

export type GestureRequest =
  | { kind: "create"; type: CreateType }
  | { kind: "connect"; from: ItemRef; to: ItemRef; weak?: boolean }
  | { kind: "delete"; item: ItemRef }
  | { kind: "collect"; generation: 0 | 1 | 2 }
  | { kind: "markSweep" };

export type GestureAnswer = { statement: string } | { refused: Message };

export interface RunSummary {
  source: number;
  firstEvent: number;
  endEvent: number;
  raised: boolean;
}

export interface ConsoleLine {
  stream: "stdout" | "stderr" | "echo" | "input";
  text: string;
}

export interface CollectorStatus {
  running: boolean;
  generation: number | null;
  trigger: string | null;
  pass: string | null;
  passes: string[];
  counts: number[];
  thresholds: number[];
  collected: number;
  uncollectable: number;
  candidates: number;
  moved: number;
}

export interface Status {
  position: number;
  length: number;
  source: number | null;
  line: number | null;
  frame: number | null;
  function: string | null;
  caption: Message;
  console: ConsoleLine[];
  collector: CollectorStatus;
  bytes: number;
  objects: number;
  folded: { typeName: string; count: number }[];
}

export interface Mark {
  position: number;
  kind: MarkKind;
  line?: number;
  source?: number;
}

export interface HistoryPoint {
  position: number;
  bytes: number;
  objects: number;
}

export interface Collection {
  position: number;
  end: number;
  generation: number;
  trigger: string;
  collected: number;
  uncollectable: number;
  candidates: number;
}

export interface Holder {
  owner: ItemRef;
  label: string;
}

export interface Row {
  object: number;
  typeName: string;
  repr: string;
  count: number;
  list: string | null;
  gcRefs: number | null;
  names: string[];
  holders: Holder[];
  references: { label: string; target: string }[];
  address: string;
  size: number;
  tracked: boolean;
  hasFinalizer: boolean;
  weakrefs: number;
  state: string;
}

export interface Inspection extends Row {
  aliveBecause: string[] | null;
  temporaries: number;
  generation: number | null;
  finalized: boolean;
}

export interface View {
  width: number;
  height: number;
  ratio: number;
  dark: boolean;
  reducedMotion: boolean;
  locale: string;
}

/** The wasm module's face (the Session class), as the page uses it. */
export interface Session {
  run(program: string): RunSummary;
  execute(statement: string): RunSummary;
  isComplete(statement: string): boolean;
  length(): number;
  position(): number;
  seek(position: number): void;
  next(unit: Unit | "end", from?: number): number;
  previous(unit: Unit | "start", from?: number): number;
  marks(): Mark[];
  status(): Status;
  history(): HistoryPoint[];
  collections(): Collection[];
  table(): Row[];
  inspect(object: number): Inspection;
  gesture(request: GestureRequest): GestureAnswer;
  setView(view: View): void;
  paint(context: CanvasRenderingContext2D, progress: number): void;
  needsAnimation(): boolean;
  panBy(dx: number, dy: number): void;
  zoomAt(factor: number, x: number, y: number): void;
  fit(): void;
  view(): { x: number; y: number; zoom: number };
  hit(x: number, y: number): Hit;
  setHover(item: ItemRef | null): void;
  setSelected(item: ItemRef | null): void;
  setRubberBand(band: { from: ItemRef; x: number; y: number } | null): void;
  boxes(): Box[];
  free(): void;
}

export interface SessionOptions {
  python?: string;
  maxSteps?: number;
  maxHeap?: number;
  maxEvents?: number;
}

export interface Module {
  open(options: SessionOptions): Session;
  versions(): string[];
}
