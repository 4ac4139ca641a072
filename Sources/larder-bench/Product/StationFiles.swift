import FeatureModel
import Foundation

/// Files of station readings, and of questions about them.
enum StationFiles {
    /// Writes rows as they arrive, as CSV.
    static func writeRows(_ count: Int, stations: Int, to path: String) throws {
        let names = (0..<stations).map(StationRow.name(ofStation:))
        try write(to: path, header: "event_timestamp,station,temperature,humidity,sky") { line, number in
            guard number < count else { return false }
            let row = StationRow.arriving(number, stations: stations)
            line = "\(Timestamp(seconds: row.eventSecond)),\(names[row.station]),\(row.temperature),"
            line += "\(row.humidity),\(StationRow.skies[row.sky])"
            return true
        }
    }

    /// Writes questions as entity rows: when, which station, and a column that is carried through.
    static func writeQuestions(_ questions: [StationQuestion], to path: String) throws {
        try write(to: path, header: "event_timestamp,station,trip") { line, number in
            guard number < questions.count else { return false }
            let question = questions[number]
            line = "\(Timestamp(seconds: question.second)),\(StationRow.name(ofStation: question.station)),\(number)"
            return true
        }
    }

    /// The sum of a column of numbers in a CSV file without quotation, and how many rows there are.
    static func sum(ofColumn name: String, in path: String) throws -> (sum: Int64, rows: Int) {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        guard let header = lines.first, let column = header.split(separator: ",").firstIndex(of: Substring(name))
        else { throw BenchFailure("\(path) has no column \(name)") }
        var sum: Int64 = 0
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            sum += column < cells.count ? Int64(cells[column]) ?? 0 : 0
        }
        return (sum, lines.count - 1)
    }

    private static func write(
        to path: String, header: String, next: (inout String, Int) -> Bool
    ) throws {
        guard let file = fopen(path, "we") else { throw BenchFailure("cannot write \(path)") }
        defer { fclose(file) }
        fputs(header + "\n", file)
        var line = ""
        var number = 0
        while next(&line, number) {
            fputs(line + "\n", file)
            number += 1
        }
    }
}
