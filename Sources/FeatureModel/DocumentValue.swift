/// A tree of plain data, as YAML and JSON hold it. Used for what Larder keeps and returns without judging it, such as
/// a feature's TensorFlow Data Validation constraints.
public indirect enum DocumentValue: Sendable, Hashable, Codable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case list([DocumentValue])
    case map([String: DocumentValue])
}
