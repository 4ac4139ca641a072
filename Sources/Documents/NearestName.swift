/// Finds what somebody probably meant.
enum NearestName {
    /// The known name that takes the fewest changed, added, dropped or swapped letters; nil where none is near.
    static func of(_ name: String, among known: [String]) -> String? {
        let wanted = name.lowercased()
        let ranked = known.map { (name: $0, distance: distance(wanted, $0.lowercased())) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, min(3, wanted.count / 2)) ? best.name : nil
    }

    /// `did you mean X?`, or the list of what there is.
    static func hint(for name: String, among known: [String]) -> String? {
        if let nearest = of(name, among: known) { return "did you mean \(nearest)?" }
        return known.isEmpty ? nil : "known are \(known.joined(separator: ", "))"
    }

    /// The Damerau-Levenshtein distance in its restricted form (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars.prefix(64))
        let right = Array(right.unicodeScalars.prefix(64))
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
