import Operations

extension ReplayMode {
    /// The mode that a typed pace means: nothing is no limit, a number is the most rows per second; nil for anything else.
    init?(pace text: String) {
        let words = text.split(separator: " ")
        guard let first = words.first else {
            self = .unlimited
            return
        }
        guard words.count == 1, let rate = Int(first), rate >= 1 else { return nil }
        self = .atMost(rowsPerSecond: rate)
    }

    /// What it adds to the command.
    var option: String {
        guard case .atMost(let rate) = self else { return "" }
        return " --rate \(rate)"
    }
}
