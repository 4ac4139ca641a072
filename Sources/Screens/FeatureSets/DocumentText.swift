import FeatureModel

/// A tree of plain data as text.
enum DocumentText {
    /// In one line, without quotes where none are needed: `minFraction 0.95, minCount 1`.
    static func flow(_ value: DocumentValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): text
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .map(let map): map.sorted { $0.key < $1.key }.map { "\($0.key) \(flow($0.value))" }.joined(separator: ", ")
        }
    }

    /// As lines of YAML, two columns in.
    static func lines(_ value: DocumentValue, indent: Int = 1) -> [String] {
        let space = String(repeating: "  ", count: indent)
        switch value {
        case .map(let map):
            return map.sorted { $0.key < $1.key }.flatMap { entry -> [String] in
                switch entry.value {
                case .map, .list: [space + "\(entry.key):"] + lines(entry.value, indent: indent + 1)
                default: [space + "\(entry.key): \(flow(entry.value))"]
                }
            }
        case .list(let items): return items.map { space + "- \(flow($0))" }
        default: return [space + flow(value)]
        }
    }
}
