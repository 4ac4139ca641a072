/// The content of a file in short: two files with the same digest have the same bytes.
public struct FileDigest: Sendable, Hashable, CustomStringConvertible {
    /// SHA-256 in 64 lower-case hexadecimal digits.
    public let hex: String

    /// Reads a file to its end, in bounded memory.
    ///
    /// - Throws: where it cannot be read.
    public init(ofFileAt path: String) throws(RowFileError) {
        var file = try InputFile(path: path)
        var hash = SHA256()
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let result = chunk.withUnsafeMutableBytes { memory in
                Result { () throws(RowFileError) in try file.read(into: memory) }
            }
            let count = try result.get()
            guard count > 0 else { break }
            chunk.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        hex = hash.hexDigest()
    }

    /// Digests bytes.
    public init(of bytes: some Sequence<UInt8>) {
        var hash = SHA256()
        Array(bytes).withUnsafeBytes { hash.update($0) }
        hex = hash.hexDigest()
    }

    /// The digits.
    public var description: String { hex }
}
