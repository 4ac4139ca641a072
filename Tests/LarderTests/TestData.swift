import FaultKit
import Foundation

/// The data that ships with the tests: see `Data/README.md`.
enum TestData {
    /// The path of a file of the nycflights data.
    static func nycflights(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Data/nycflights/\(name)")
            .path
    }

    /// The lines of a compressed file of the nycflights data, unpacked by `gzip`, without the last line end.
    static func lines(ofCompressed name: String) async throws -> [Substring] {
        let (_, text, _) = try await ChildProcess.run("gzip", ["-dc", nycflights(name)])
        return text.split(whereSeparator: \.isNewline)
    }
}
