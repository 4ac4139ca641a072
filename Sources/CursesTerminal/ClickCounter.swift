internal import TextCanvas

/// Tells double clicks from single ones.
struct ClickCounter {
    /// How long after a click a second one makes it double, in milliseconds.
    static let interval: Int64 = 400

    private var last: (position: Position, time: Int64)?

    /// What a press means; `time` is in milliseconds of any clock that only goes forward.
    mutating func press(at position: Position, time: Int64) -> MouseEvent.Action {
        if let last, last.position == position, time - last.time <= Self.interval {
            self.last = nil
            return .doubleClick
        }
        last = (position, time)
        return .click
    }
}
