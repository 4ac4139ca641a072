/// What was found out about the open console.
struct ConsoleFigures: Sendable {
    /// In milliseconds.
    var firstFrame = 0.0
    /// In milliseconds.
    var keyToFrame = 0.0
    /// In hundredths of a core.
    var idle = 0.0
    /// In MiB.
    var memory = 0.0
}
