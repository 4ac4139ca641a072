/// Finds what was probably meant by a mistyped name.
public enum NearestNames {
    /// The names that are close enough to have been meant, the nearest first.
    ///
    /// - Parameters:
    ///   - name: what was typed.
    ///   - names: what there is.
    ///   - count: how many to answer at most.
    public static func of(_ name: String, in names: [String], count: Int = 3) -> [String] {
        let typed = Array(name.lowercased())
        let limit = max(2, typed.count / 2)
        let ranked = names.map { candidate -> (name: String, distance: Int) in
            let letters = Array(candidate.lowercased())
            let isBeginning = !typed.isEmpty && letters.starts(with: typed)
            return (candidate, isBeginning ? 0 : distance(typed, letters))
        }
        return ranked.filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(count).map(\.name)
    }

    /// Insertions, removals and replacements between two words.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
