/// How far two words are apart, for "did you mean".
public enum SpellingDistance {
    /// The number of letters to insert, remove, replace or swap with a neighbour.
    public static func between(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased().unicodeScalars)
        let right = Array(right.lowercased().unicodeScalars)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }

    /// The candidate that the word was most likely meant to be; nil when none is near enough to be worth offering.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let ranked = candidates.map { (between(word, $0), $0) }.min { $0 < $1 }
        guard let (distance, candidate) = ranked, distance <= max(1, word.count / 2) else { return nil }
        return candidate
    }
}
