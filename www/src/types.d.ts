// The shapes that cross from the wasm module, as the page relies on them. The module itself is src/web in the crate.

export type Unit = "event" | "statement" | "pass" | "collection" | "death";
export type MarkKind = "source" | "statement" | "collection" | "pass" | "death" | "finalizer" | "exception";
export type Words = Record<string, string | number>;

/** A text by its key in the locale files, with what fills its gaps. */
export interface Message {
  key: string;
  args: Words;
  /** One more sentence. */
  also?: Message;
}

export type ItemRef =
  | { kind: "object"; object: number; handle?: boolean }
  | { kind: "name"; frame: number; name: string; handle?: boolean }
  | { kind: "edge"; owner: EdgeOwner; index: number; handle?: boolean }
  | { kind: "weak"; weakref: number; handle?: boolean };

/** Whose reference it is: an object's, or that of a namespace, which has names. */
export type EdgeOwner = { object: number; frame?: undefined } | { frame: number; object?: undefined };

export type Hit = ItemRef | { kind: "empty" };

/** In CSS pixels from the picture's upper left corner. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Box extends Rect {
  item: ItemRef;
}

export type CreateType = "list" | "dict" | "set" | "tuple" | "object" | "finalizer";

export type GestureRequest =
  | { kind: "create"; type: CreateType }
  | { kind: "connect"; from: ItemRef; to: ItemRef; weak?: boolean }
  | { kind: "delete"; item: ItemRef }
  | { kind: "collect"; generation: 0 | 1 | 2 }
  | { kind: "markSweep" }
  | { kind: "automatic"; on: boolean }
  | { kind: "setThreshold"; thresholds: number[] };

export type GestureAnswer = { statement: string } | { refused: Message };

export interface RunSummary {
  source: number;
  firstEvent: number;
  endEvent: number;
  raised: boolean;
}

export type ConsoleLine =
  | { stream: "stdout" | "stderr" | "input"; text: string; nth?: undefined; nObjects?: undefined }
  /** A graph that was drawn: the nth of the whole trace. Whoever looks at it asks for it. */
  | { stream: "drawing"; text: ""; nth: number; nObjects: number };

/** A graph, in the language of Graphviz. */
export interface Drawn {
  dot: string;
  nObjects: number;
}

export interface CollectorStatus {
  running: boolean;
  generation: number | null;
  trigger: string | null;
  pass: string | null;
  passes: string[];
  enabled: boolean;
  counts: number[];
  thresholds: number[];
  longLived: { pending: number; total: number } | null;
  stats: { collections: number; collected: number; uncollectable: number }[];
  collected: number;
  uncollectable: number;
  candidates: number;
  moved: number;
}

/** Atoms of one type that have no card of their own. */
export interface Folded {
  typeName: string;
  count: number;
  /** A container holds more of them, which nobody has counted. */
  andMore: boolean;
}

export interface Status {
  position: number;
  length: number;
  source: number | null;
  line: number | null;
  frame: number | null;
  function: string | null;
  caption: Message;
  failed: { source: number; line: number | null } | null;
  console: ConsoleLine[];
  leftOut: number;
  /** Graphs that were drawn so far, whether they stand in the console or not. */
  nDrawings: number;
  /** Not all that was printed is here. */
  isCut?: boolean;
  collector: CollectorStatus;
  bytes: number;
  objects: number;
  /** Of these, without what the interpreter made for itself, at its start and for imports. */
  ownBytes: number;
  ownObjects: number;
  folded: Folded[];
  /** Objects are known here; where they are not, details can be recorded from `step` on. */
  hasDetails: boolean;
  /** How many steps the program had made. */
  step: number;
  /** What a heap made by hand invites to. */
  hint: "another" | "connect" | "close" | "delete" | "collect" | "collected" | null;
  /** Lanes are shown in place of a graph that nobody could read. */
  tooLargeForGraph: boolean;
}

/** What a reader says about an object, and how right that was. */
export type Guess = "dies" | "right" | "wrong" | "missed";

/** A place to guess what is about to die, and what does. */
export interface Prediction {
  position: number;
  end: number;
  kind: "del" | "collection";
  dies: number[];
}

/** A run told by its statements. */
export interface Moment {
  position: number;
  source: number;
  line: number | null;
  nObjects: number;
  sum: string;
  printed: string;
  nCollections: number;
  nCollected: number;
  nSweeps: number;
  nUnmarked: number;
}

export interface HistoryPoint {
  position: number;
  bytes: number;
  objects: number;
  ownBytes: number;
  ownObjects: number;
}

/** How many objects of a type there are, and whether they are drawn. */
export interface TypeCount {
  typeName: string;
  count: number;
  isShown: boolean;
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

/** One reference of the way from a name, and the object that it leads to. */
export interface PathStep {
  text: string;
  item: ItemRef;
  object: number;
}

/** Positions at which an object is made and begins to die. */
export interface Lifetime {
  created: number | null;
  dies: number | null;
}

export interface Inspection extends Row {
  aliveBecause: PathStep[] | null;
  heldOutside: boolean;
  freedWithout: Holder[][];
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

/** How much room the canvas has: where cards stand depends on it. */
export type Mode = "wide" | "narrow" | "low" | "tall";

/** Where the nth object of a type was put in a layout. */
export interface Move {
  layout: unknown;
  mode: Mode;
  typeName: string;
  nth: number;
  x: number;
  y: number;
}

export type Arrangement = { kind: "lanes" | "graph" } | { kind: "referrers" | "referents"; object: number; depth: number };

/** The wasm module's face (the Session class), as the page uses it. */
export interface Session {
  run(program: string): RunSummary;
  begin(program: string): void;
  beginStatement(statement: string): void;
  proceed(n: number): RunSummary | undefined;
  playAhead(n: number): boolean;
  setDetailsFrom(step: number): void;
  positionOfStep(step: number): number;
  stepsRun(): number | undefined;
  interruptAfter(steps: number): void;
  reportSteps(report: (steps: number) => void): void;
  isComplete(statement: string): boolean;
  length(): number;
  position(): number;
  seek(position: number): void;
  next(unit: Unit | "end", from?: number): number;
  previous(unit: Unit | "start", from?: number): number;
  markPlaces(places: number): Partial<Record<MarkKind, number[]>>;
  status(): Status;
  drawing(nth: number): Drawn | null;
  nextMark(kinds: MarkKind[]): { position: number; kind: MarkKind } | null;
  history(points: number): HistoryPoint[];
  collections(): Collection[];
  page(first: number, n: number): { total: number; rows: Row[] };
  row(object: number): Row | null;
  inspect(object: number): Inspection;
  lifetime(object: number): Lifetime;
  gesture(request: GestureRequest): GestureAnswer;
  setView(view: View): void;
  paint(context: OffscreenCanvasRenderingContext2D, progress: number): void;
  needsAnimation(): boolean;
  panBy(dx: number, dy: number): void;
  zoomAt(factor: number, x: number, y: number): void;
  fit(): void;
  fitCloser(): void;
  view(): { x: number; y: number; zoom: number };
  prediction(): Prediction | null;
  setWay(items: ItemRef[]): void;
  setGuesses(guesses: { object: number; guess: Guess }[]): void;
  outline(): Moment[];
  setArrangement(arrangement: Arrangement): void;
  prepareGraph(): void;
  types(): TypeCount[];
  leaveOut(types: string[]): void;
  moveBy(object: number, dx: number, dy: number): void;
  tidy(): void;
  isUntidy(): boolean;
  adoptMoves(other: Session): void;
  moves(): Move[];
  setMoves(moves: Move[]): void;
  hit(x: number, y: number): Hit;
  setHover(item: ItemRef | null): void;
  setSelected(item: ItemRef | null): void;
  setRubberBand(band: { from: ItemRef; x: number; y: number } | null): void;
  boxes(objects?: Uint32Array): Box[];
  boxOf(item: ItemRef): Box | null;
  items(most: number): ItemRef[] | null;
  neighbour(from: ItemRef | null, by: number): ItemRef | null;
  free(): void;
}

export interface SessionOptions {
  python?: string;
  collector?: "generational" | "mark-sweep" | "none";
  maxSteps?: number;
  maxHeap?: number;
  maxEvents?: number;
}

export interface Module {
  open(options: SessionOptions): Session;
  versions(): string[];
}

// What crosses between the page and its worker.

export interface Request {
  /** By which the answer is known; null where none is wanted. */
  id: number | null;
  /** The number of a session. */
  desk: number;
  op: string;
  args: any[];
}

export interface WorkerScope {
  onmessage: (event: MessageEvent<Request | { compiled: WebAssembly.Module }>) => void;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

/** How a text came about: steps after which it was interrupted, for each time. */
export interface Statement {
  text: string;
  interrupts: number[];
}

/** The events of a text that was run, and how it was interrupted. */
export interface Span {
  first: number;
  end: number;
  interrupts: number[];
}

export interface StepRequest {
  unit: Unit;
  direction: 1 | -1;
  /** Whether it ends before what the reader shall predict. */
  predicts: boolean;
  /** How long it may move, in milliseconds. */
  move: number;
}

export interface AdvanceRequest {
  unit: Unit;
  /** Where playing ends. */
  until: number;
  pauseAt: MarkKind[];
  predicts: boolean;
  /** How long ago the next step was due, in milliseconds. */
  behind: number;
  /** How long a step moves, how long one is shown that moves, and one that does not. */
  move: number;
  rest: number;
  still: number;
}

export interface Advanced {
  position: number;
  /** How long the steps that were taken are shown, in milliseconds. */
  spent: number;
  /** What the reader shall predict here. */
  prediction: Prediction | null;
  /** At which mark it stopped. */
  mark: MarkKind | null;
  ended: boolean;
}

/** What the panels want to show. */
export interface PanelWants {
  page: { first: number; n: number } | null;
  inspect: number | null;
  /** Whether the types of all objects are counted. */
  types: boolean;
  /** Objects that are named somewhere. */
  rows: number[];
  /** A reference that is told in words: the nth of that object, which is among those rows. */
  reference: { object: number; nth: number } | null;
}

/** What is laid over the picture because of the selected item. */
export interface Bar {
  width: number;
  height: number;
  /** At the picture's edge, not beside the item. */
  isDocked: boolean;
  /** What else lies over the picture. */
  beside: Rect[];
}

export interface Wants {
  selected: ItemRef | null;
  /** For what a place is wanted that covers nothing. */
  bar: Bar | null;
  panels: PanelWants | null;
}

/** As much of a row as names the object. */
export type Brief = Pick<Row, "object" | "typeName" | "names" | "address" | "count">;

export type TableRow = Omit<Row, "names" | "holders"> & {
  /** Where it stands on the canvas, in CSS pixels: “x y width height”. */
  box: string | null;
  names: { name: string; box: string | null }[];
  /** The first of who hold it, by what they are called; null where that is not known. */
  heldBy: { kind: ItemRef["kind"]; owner: Brief | null; label: string }[];
  nHolders: number;
};

export type Inspected = Omit<Inspection, "references"> & { nHolders: number };

export interface Panels {
  status: Omit<Status, "console"> & { console: ConsoleLine[] };
  untidy: boolean;
  types: TypeCount[] | null;
  /** Where cards were put, null where that is known. */
  moves: Move[] | null;
  page: { first: number; total: number; rows: TableRow[] } | null;
  /** How many of the program's own objects are drawn; null where that is not known. */
  nDrawn: number | null;
  /** The picture's items in their order, where they are few. */
  items: ItemRef[] | null;
  inspection: Inspected | null;
  /** Of the object that was asked for, whether it exists here or not. */
  lifetime: Lifetime | null;
  rows: Map<number, Brief | null>;
  /** The reference that was asked for, null where none was; what it is called and leads to, null where there is none. */
  reference: { object: number; nth: number; told: { label: string; target: string } | null } | null;
}

/** One picture, and what the panels show beside it. */
export interface Frame {
  bitmap: ImageBitmap | null;
  /** Below 1 something still moves. */
  progress: number;
  /** Where the selected item stands. */
  selected: Box | null;
  /** Where the bar covers nothing, or as little as may be. */
  spare: { x: number; y: number } | null;
  panels: (Omit<Panels, "status"> & { status: Omit<Status, "console"> & { console: ConsoleLine[] | null } }) | null;
}
