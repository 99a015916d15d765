//! A table that grows by pages: nothing is ever moved, so that growth never holds the table twice.

use std::ops::{Index, IndexMut};

const PAGE_SHIFT: usize = 12;
const PAGE: usize = 1 << PAGE_SHIFT;

pub struct Pages<T> {
    pages: Vec<Box<[T; PAGE]>>,
    len: usize,
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Pages {
            pages: Vec::new(),
            len: 0,
        }
    }
}

impl<T: Default> Pages<T> {
    /// Indices of all entries.
    pub fn indices(&self) -> std::ops::Range<u32> {
        0..self.len as u32
    }

    /// Appends and says at which index. Inlined, so that the value is written where it belongs, field by field.
    #[inline(always)]
    pub fn push(&mut self, value: T) -> usize {
        let index = self.len;
        if index & (PAGE - 1) == 0 {
            self.pages.push(new_page());
        }
        self.len += 1;
        self[index] = value;
        index
    }
}

fn new_page<T: Default>() -> Box<[T; PAGE]> {
    let page: Box<[T]> = std::iter::repeat_with(T::default).take(PAGE).collect();
    match page.try_into() {
        Ok(page) => page,
        Err(_) => unreachable!("it was made that long"),
    }
}

impl<T> Index<usize> for Pages<T> {
    type Output = T;
    #[inline]
    fn index(&self, index: usize) -> &T {
        &self.pages[index >> PAGE_SHIFT][index & (PAGE - 1)]
    }
}

impl<T> IndexMut<usize> for Pages<T> {
    #[inline]
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.pages[index >> PAGE_SHIFT][index & (PAGE - 1)]
    }
}
