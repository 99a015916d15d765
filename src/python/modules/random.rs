//! The generator behind `random.Random`: MT19937 with CPython's seeding. Mirrors Modules/_randommodule.c.

use std::any::Any;

use num_bigint::BigInt;

use super::native;
use crate::heap::Ref;
use crate::heap::payload::Native;
use crate::heap::types::NativeType;
use crate::python::builtins::{args, value};
use crate::python::vm::{Args, NativeFn, PyResult, Vm};

const SOURCE: &str = include_str!("random.py");

const N: usize = 624;
const M: usize = 397;

struct Twister {
    state: Vec<u32>,
    index: usize,
}

impl Native for Twister {
    fn traverse(&self, _: &mut dyn FnMut(Ref)) {}
    fn clear(&mut self, _: &mut Vec<Ref>) {}
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl Twister {
    fn new(seed: u32) -> Twister {
        let mut state = vec![seed; N];
        for i in 1..N {
            let before = state[i - 1];
            state[i] = 1_812_433_253u32
                .wrapping_mul(before ^ (before >> 30))
                .wrapping_add(i as u32);
        }
        Twister { state, index: N }
    }

    /// Seeds with the 32-bit words of a number, the lowest first.
    fn from_words(words: &[u32]) -> Twister {
        let mut twister = Twister::new(19_650_218);
        let state = &mut twister.state;
        let mix = |before: u32, factor: u32| (before ^ (before >> 30)).wrapping_mul(factor);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(words.len()) {
            state[i] = (state[i] ^ mix(state[i - 1], 1_664_525))
                .wrapping_add(words[j])
                .wrapping_add(j as u32);
            i += 1;
            j = (j + 1) % words.len();
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        for _ in 1..N {
            state[i] = (state[i] ^ mix(state[i - 1], 1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
        twister
    }

    fn next(&mut self) -> u32 {
        if self.index >= N {
            for i in 0..N {
                let y = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % N] & 0x7fff_ffff);
                let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
                self.state[i] = self.state[(i + M) % N] ^ (y >> 1) ^ odd;
            }
            self.index = 0;
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }
}

pub fn create(vm: &mut Vm) -> PyResult {
    let functions: [(&str, NativeFn); 1] = [("_new_twister", new_twister)];
    let (module, dict) = native::new_module(vm, "random", &functions);
    super::run_source(vm, dict, "random", SOURCE)?;
    Ok(module)
}

fn new_twister(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let seed = args::one(vm, &args, "_new_twister")?;
    let words = value::index(vm, seed)?
        .into_big()
        .magnitude()
        .to_u32_digits();
    let words = if words.is_empty() { vec![0] } else { words };
    let native = NativeType::new("_Twister", 2528);
    let class = native::type_of(vm, "random._Twister", native, |vm, class| {
        vm.add_method(class, "random", random);
        vm.add_method(class, "getrandbits", getrandbits);
    });
    Ok(native::new_object(
        vm,
        class,
        Box::new(Twister::from_words(&words)),
    ))
}

fn draw(vm: &mut Vm, receiver: Ref) -> u32 {
    native::body_mut(vm, receiver).map_or(0, Twister::next)
}

fn random(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let receiver = args::receiver(vm, &args, "Random.random")?;
    let a = f64::from(draw(vm, receiver) >> 5);
    let b = f64::from(draw(vm, receiver) >> 6);
    let value = (a * 67_108_864.0 + b) / 9_007_199_254_740_992.0;
    Ok(vm.heap.new_float(value))
}

fn getrandbits(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (receiver, n) = args::receiver_and_one(vm, &args, "Random.getrandbits")?;
    let n = value::ssize(vm, n)?;
    if n < 0 {
        return vm.value_error("number of bits must be non-negative");
    }
    let mut left = crate::python::builtins::sequence::check_length(vm, n as u128)?;
    let mut words = Vec::new();
    while left > 0 {
        let word = draw(vm, receiver);
        words.push(if left < 32 { word >> (32 - left) } else { word });
        left = left.saturating_sub(32);
    }
    let value = BigInt::from(num_bigint::BigUint::new(words));
    Ok(vm.heap.new_bigint(value))
}

/// The number that a text seeds with: its UTF-8 bytes and their SHA-512, most significant byte first.
pub fn words_of_text(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let text = args::one(vm, &args, "words_of_text")?;
    let mut bytes = match value::text(&vm.heap, text) {
        Some(text) => text.as_bytes().to_vec(),
        None => value::bytes(&vm.heap, text).unwrap_or_default(),
    };
    let digest = super::sha512::digest(&bytes);
    bytes.extend_from_slice(&digest);
    let number = BigInt::from_bytes_be(num_bigint::Sign::Plus, &bytes);
    Ok(vm.heap.new_bigint(number))
}
