import FeatureModel
import Foundation
import Testing

/// The documentation's tables of states are the code's.
struct JobStatesDocumentTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/larder/Documentation.docc/JobStates.md")

    private func rows(under heading: String) throws -> [String: [String]] {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let section = try #require(text.components(separatedBy: "## ").first { $0.hasPrefix(heading) })
        var rows: [String: [String]] = [:]
        for line in section.split(separator: "\n") where line.hasPrefix("| ") && !line.hasPrefix("| From") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            rows[cells[0]] = cells[1] == "–" ? [] : cells[1].components(separatedBy: ", ")
        }
        return rows
    }

    @Test("the table of job states is the code's")
    func jobs() throws {
        let expected = Dictionary(
            uniqueKeysWithValues: JobStatus.allCases.map { ($0.rawValue, $0.successors.map(\.rawValue).sorted()) })
        #expect(try rows(under: "Ingestion jobs") == expected)
    }

    @Test("the table of export states is the code's")
    func exports() throws {
        let expected = Dictionary(
            uniqueKeysWithValues: ExportStatus.allCases.map { ($0.rawValue, $0.successors.map(\.rawValue).sorted()) })
        #expect(try rows(under: "Exports") == expected)
    }
}
