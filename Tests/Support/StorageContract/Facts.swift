public import FeatureModel

/// Compares and describes what clauses see.
public enum Facts {
    /// A description that is short enough to read, however large the thing.
    public static func text(_ thing: some Any) -> String {
        let whole = String(describing: thing)
            .replacing("FeatureModel.", with: "").replacing("StorageAPI.", with: "").replacing(
                "FeatureValue.", with: "")
        return whole.utf8.count <= 400 ? whole : "\(whole.prefix(300))… (\(whole.utf8.count) bytes)"
    }

    /// True when both are null, or the same value bit for bit.
    public static func identical(_ left: FeatureValue?, _ right: FeatureValue?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left.isIdentical(to: right)
        default: false
        }
    }

    /// True when the values are the same, one by one, bit for bit.
    public static func identical(_ left: [FeatureValue?], _ right: [FeatureValue?]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { identical($0, $1) }
    }
}
