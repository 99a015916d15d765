//! Colours: every text can be read.

use gcscope::web::painter::theme::{DARK, LIGHT};
use wasm_bindgen_test::wasm_bindgen_test;

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("#rrggbb");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[wasm_bindgen_test]
fn text_has_the_contrast_of_aa() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    for theme in [&LIGHT, &DARK] {
        for (text, ground) in theme.readable_pairs() {
            let contrast = contrast(text, ground);
            assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
        }
    }
}
