//! How much room lists have, and when they give it back.

use super::ListGrowth;
use crate::heap::lists::Fit;

#[derive(Clone, Copy, Debug)]
pub struct ListRules {
    pub growth: ListGrowth,
    /// A list that is extended while it has no array gets one of an even length that just fits (3.10).
    pub extends_to_even: bool,
    /// A list is extended by a set, a dict or its view all at once (3.13), with the reserve of a list that grows.
    pub extends_by_whole_collections: bool,
    /// A list that was extended by fewer items than were expected gives the room back (up to 3.13).
    pub gives_back_guessed_room: bool,
    /// A list gives memory back only when it had room for more than this (32 from 3.14 on).
    pub shrinks_above: usize,
    /// The last item's pop() leaves a list without an array (3.12).
    pub pop_clears: bool,
    /// What `del list[index]` does to the array.
    pub deleting_item: Fit,
    /// str.split() makes room for as many parts as there can be, up to twelve, instead of for twelve (3.12).
    pub split_guesses_parts: bool,
}
