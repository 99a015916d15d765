//! The camera: from the scene's units to the canvas's CSS pixels and back.
//!
//! It turns the scene's bounds and the canvas's size into the transformation that shows all of it ("fit"), until a person
//! pans or zooms. Invariant: while it follows, the camera depends on the bounds and the view alone, so that coming back to
//! a position gives the same picture. It mirrors no part of CPython.

use crate::scene::shape::{Point, Rect};

/// How far "fit" goes: a few cards fill a projector's screen, and smaller ones than this are found by panning.
const FIT_ZOOM: (f64, f64) = (0.04, 1.9);
/// How far a person may go.
const FREE_ZOOM: (f64, f64) = (0.02, 5.0);

/// The room there is, in CSS pixels, and how many device pixels make one of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    pub width: f64,
    pub height: f64,
    pub ratio: f64,
}

/// CSS pixels = scene units × zoom + (x, y).
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Camera {
    pub x: f64,
    pub y: f64,
    pub zoom: f64,
}

/// Whether the camera keeps everything in view.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Aim {
    #[default]
    Fit,
    /// A person has panned or zoomed.
    Free(Camera),
}

impl Camera {
    /// Shows all of `bounds`, in the middle, with some room around it.
    pub fn fit(bounds: &Rect, viewport: &Viewport) -> Camera {
        let padding = (viewport.width.min(viewport.height) * 0.02).clamp(4.0, 20.0);
        let across = (viewport.width - 2.0 * padding) / bounds.width.max(1.0);
        let down = (viewport.height - 2.0 * padding) / bounds.height.max(1.0);
        let zoom = across.min(down).clamp(FIT_ZOOM.0, FIT_ZOOM.1);
        let center = bounds.center();
        Camera {
            x: viewport.width / 2.0 - center.x * zoom,
            y: viewport.height / 2.0 - center.y * zoom,
            zoom,
        }
    }

    /// Between two cameras: what stands in the middle of the canvas and the zoom's exponent move evenly.
    pub fn between(from: &Camera, to: &Camera, progress: f64, viewport: &Viewport) -> Camera {
        if progress >= 1.0 || from == to {
            return *to;
        }
        let middle = Point::new(viewport.width / 2.0, viewport.height / 2.0);
        let (a, b) = (from.to_scene(middle), to.to_scene(middle));
        let zoom = from.zoom * (to.zoom / from.zoom).powf(progress);
        Camera {
            x: middle.x - (a.x + (b.x - a.x) * progress) * zoom,
            y: middle.y - (a.y + (b.y - a.y) * progress) * zoom,
            zoom,
        }
    }

    pub fn panned(&self, dx: f64, dy: f64) -> Camera {
        Camera {
            x: self.x + dx,
            y: self.y + dy,
            zoom: self.zoom,
        }
    }

    /// Larger by `factor`, while what is at that point of the canvas stays there.
    pub fn zoomed(&self, factor: f64, at: Point) -> Camera {
        let wanted = self.zoom * factor;
        let zoom = if wanted.is_finite() {
            wanted.clamp(FREE_ZOOM.0, FREE_ZOOM.1)
        } else {
            self.zoom
        };
        let still = self.to_scene(at);
        Camera {
            x: at.x - still.x * zoom,
            y: at.y - still.y * zoom,
            zoom,
        }
    }

    pub fn to_scene(&self, css: Point) -> Point {
        Point::new((css.x - self.x) / self.zoom, (css.y - self.y) / self.zoom)
    }

    pub fn to_css(&self, rect: &Rect) -> Rect {
        Rect::new(
            rect.x * self.zoom + self.x,
            rect.y * self.zoom + self.y,
            rect.width * self.zoom,
            rect.height * self.zoom,
        )
    }

    /// The part of the scene that the canvas shows.
    pub fn window(&self, viewport: &Viewport) -> Rect {
        let corner = self.to_scene(Point::default());
        Rect::new(
            corner.x,
            corner.y,
            viewport.width / self.zoom,
            viewport.height / self.zoom,
        )
    }
}

impl Aim {
    pub fn camera(&self, bounds: &Rect, viewport: &Viewport) -> Camera {
        match self {
            Aim::Fit => Camera::fit(bounds, viewport),
            Aim::Free(camera) => *camera,
        }
    }
}
