/// The timers of all views. They belong to the loop, not to tasks: the next one due is how long the loop may sleep, and
/// a test moves the clock and knows exactly what fires.
struct TimerTable {
    /// One timer.
    struct Timer {
        let entry: StackEntry.ID
        let key: EffectKey
        let interval: Duration
        let repeats: Bool
        let message: AnyMessage
        var due: Duration
    }

    private(set) var timers: [Timer] = []

    /// Adds a timer in place of one with the same key.
    mutating func add(_ timer: Timer) {
        cancel(timer.key, of: timer.entry)
        timers.append(timer)
    }

    /// Ends a timer.
    mutating func cancel(_ key: EffectKey, of entry: StackEntry.ID) {
        timers.removeAll { $0.key == key && $0.entry == entry }
    }

    /// Ends all timers of a view.
    mutating func cancelAll(of entry: StackEntry.ID) {
        timers.removeAll { $0.entry == entry }
    }

    /// When the next timer of a view is due.
    func nextDue(of entry: StackEntry.ID) -> Duration? {
        timers.filter { $0.entry == entry }.map(\.due).min()
    }

    /// How often a view refreshes: the shortest of its repeating timers.
    func interval(of entry: StackEntry.ID) -> Duration? {
        timers.filter { $0.entry == entry && $0.repeats }.map(\.interval).min()
    }

    /// The messages of a view that are due; repeating timers begin again from now, so that a view that was away fires
    /// once and not once for each interval it missed.
    mutating func fire(of entry: StackEntry.ID, at now: Duration) -> [AnyMessage] {
        var fired: [(due: Duration, message: AnyMessage)] = []
        for index in timers.indices where timers[index].entry == entry && timers[index].due <= now {
            fired.append((timers[index].due, timers[index].message))
            timers[index].due = timers[index].repeats ? now + timers[index].interval : .seconds(Int64.max / 4)
        }
        timers.removeAll { $0.entry == entry && !$0.repeats && $0.due == .seconds(Int64.max / 4) }
        return fired.sorted { $0.due < $1.due }.map(\.message)
    }
}
