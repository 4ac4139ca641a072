/// What was found out about the open console, each by itself: one that fails does not hide the others.
struct ConsoleFigures: Sendable {
    /// In milliseconds.
    var firstFrame = Measurement.Outcome.notMeasured("not reached")
    /// In milliseconds.
    var keyToFrame = Measurement.Outcome.notMeasured("not reached")
    /// In hundredths of a core.
    var idle = Measurement.Outcome.notMeasured("not reached")
    /// In MiB.
    var memory = Measurement.Outcome.notMeasured("not reached")
}
