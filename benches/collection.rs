//! Time of a full collection per object, beside CPython's in the same run.
//!
//! The graph: N lists, each on one ring through all of them, with up to two more references each. Three cases: all held by
//! one list; all held through one name; all garbage. Run by `cargo xtask bench`; the environment variable
//! GCSCOPE_BENCH_PYTHON names the interpreter to compare with (python3 otherwise).

use std::process::Command;
use std::time::Instant;

use gcscope::gc;
use gcscope::heap::dealloc::release;
use gcscope::heap::{GcInfo, Heap, Host, Ref};
use gcscope::profile::Profile;
use gcscope::trace::event::Trigger;

const REPETITIONS: usize = 5;
const CASES: [&str; 3] = ["live_holder", "live_single", "garbage"];

struct Bare(Heap);

impl Host for Bare {
    fn heap(&mut self) -> &mut Heap {
        &mut self.0
    }
    fn call_finalizer(&mut self, _object: Ref) {}
    fn call_weakref_callback(&mut self, _weakref: Ref, _callback: Ref) {}
    fn call_gc_callbacks(&mut self, _phase: &'static str, _info: GcInfo) {}
    fn write_gc_debug(&mut self, _line: &str) {}
    fn debug_name(&mut self, _object: Ref) -> String {
        String::new()
    }
}

/// A linear congruential generator with 64 bits of state, so that both sides draw the same graph.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (((self.0 >> 33) * limit as u64) >> 31) as usize
    }
}

/// Order of the ring, and each node's out-edges.
fn random_graph(n: usize) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut random = Random(42);
    let mut order: Vec<usize> = (0..n).collect();
    for i in (1..n).rev() {
        let j = random.below(i + 1);
        order.swap(i, j);
    }
    let mut after = vec![0; n];
    for k in 0..n {
        after[order[k]] = order[(k + 1) % n];
    }
    let edges = (0..n)
        .map(|i| {
            let more = random.below(3);
            std::iter::once(after[i])
                .chain((0..more).map(|_| random.below(n)).collect::<Vec<_>>())
                .collect()
        })
        .collect();
    (order, edges)
}

fn build(heap: &mut Heap, edges: &[Vec<usize>]) -> Vec<Ref> {
    let nodes: Vec<Ref> = edges
        .iter()
        .map(|_| heap.new_list(Vec::new()).into_counted())
        .collect();
    for (i, targets) in edges.iter().enumerate() {
        for &target in targets {
            heap.incref(nodes[target]);
            heap.list_append_item(nodes[i], nodes[target]);
        }
    }
    nodes
}

fn new_host() -> Bare {
    let profile = Profile::by_name("3.11").expect("3.11 has a profile");
    let mut host = Bare(Heap::new(profile));
    host.0.gc.enabled = false;
    host
}

/// Nanoseconds per object: minimum and median.
fn measure(case: &str, order: &[usize], edges: &[Vec<usize>]) -> (f64, f64) {
    let n = edges.len();
    let mut host = new_host();
    let mut times = Vec::new();
    if case == "garbage" {
        for _ in 0..REPETITIONS {
            for node in build(&mut host.0, edges) {
                release(&mut host, node);
            }
            times.push(timed(&mut host, n as u32));
        }
    } else {
        let nodes = build(&mut host.0, edges);
        if case == "live_holder" {
            host.0.new_list(nodes).into_counted();
        } else {
            let root = nodes[order[0]];
            for node in nodes.into_iter().filter(|&node| node != root) {
                release(&mut host, node);
            }
        }
        timed(&mut host, 0);
        times.extend((0..REPETITIONS).map(|_| timed(&mut host, 0)));
    }
    times.sort_by(f64::total_cmp);
    (times[0] / n as f64, times[times.len() / 2] / n as f64)
}

fn timed(host: &mut Bare, expected: u32) -> f64 {
    let start = Instant::now();
    let found = gc::collect(host, 2, Trigger::Explicit);
    let elapsed = start.elapsed().as_nanos() as f64;
    assert_eq!(found.collected, expected);
    elapsed
}

/// Resident bytes of this process, from the kernel.
fn resident() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split_whitespace().nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

fn bytes_per_list(edges: &[Vec<usize>]) -> Option<f64> {
    let mut host = new_host();
    let nodes = Vec::<Ref>::with_capacity(edges.len());
    drop(nodes);
    let before = resident()?;
    let nodes = build(&mut host.0, edges);
    let after = resident()?;
    let own = 4 * nodes.len() as u64;
    Some((after - before).saturating_sub(own) as f64 / edges.len() as f64)
}

fn cpython(case: &str, n: usize) -> Option<(f64, f64)> {
    let python = std::env::var("GCSCOPE_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/collection.py");
    let output = Command::new(python)
        .args([script, case, &n.to_string(), &REPETITIONS.to_string()])
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text.split_whitespace().map(str::parse::<f64>);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn main() {
    let n: usize = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(1_000_000);
    let (order, edges) = random_graph(n);
    if let Some(bytes) = bytes_per_list(&edges) {
        println!("memory: {bytes:.1} bytes per list, references included (resident memory)");
    }
    println!("full collection of {n} lists, ns per list (median of {REPETITIONS}):");
    println!(
        "{:<12} {:>9} {:>9} {:>18}",
        "case", "gcscope", "CPython", "CPython/gcscope"
    );
    for case in CASES {
        let (_, ours) = measure(case, &order, &edges);
        match cpython(case, n) {
            Some((_, theirs)) => println!(
                "{case:<12} {ours:>9.1} {theirs:>9.1} {:>18.2}",
                theirs / ours
            ),
            None => println!("{case:<12} {ours:>9.1} {:>9} {:>18}", "none", "-"),
        }
    }
}
