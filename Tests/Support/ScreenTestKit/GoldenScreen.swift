import Foundation
public import Testing
public import TextCanvas

/// Compares pictures of screens with files: the characters, and below them a map of roles, so that a wrong colour fails
/// too. `RECORD=1` writes the files anew; the difference is then reviewed like code.
public enum GoldenScreen {
    /// Compares a picture with `Goldens/NAME.txt` beside the test's file.
    ///
    /// - Parameters:
    ///   - canvas: the picture.
    ///   - name: the name of the golden file, without its ending.
    ///   - filePath: the test's file.
    ///   - sourceLocation: where a difference is reported.
    public static func expect(
        _ canvas: Canvas, _ name: String, filePath: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
        let file = folder.appendingPathComponent(name + ".txt")
        let actual = text(of: canvas)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            record(actual, in: folder, file, sourceLocation)
            return
        }
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("there is no \(file.path); RECORD=1 writes it", sourceLocation: sourceLocation)
            return
        }
        guard actual != expected else { return }
        Issue.record("\(name) looks different:\n\(difference(expected, actual))", sourceLocation: sourceLocation)
    }

    /// The text of a golden file: characters, a line, roles, and where the cursor is.
    public static func text(of canvas: Canvas) -> String {
        let cursor = canvas.cursor.map { "cursor row \($0.row) column \($0.column)" } ?? "cursor hidden"
        let size = "\(canvas.size.columns)x\(canvas.size.rows)"
        return "\(canvas.textSnapshot)==== \(size), \(cursor) ====\n\(canvas.roleSnapshot)"
    }

    private static func record(_ text: String, in folder: URL, _ file: URL, _ sourceLocation: SourceLocation) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        } catch {
            Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
        }
    }

    private static func difference(_ expected: String, _ actual: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = (0..<max(old.count, new.count)).compactMap { index -> String? in
            let before = index < old.count ? old[index] : "(nothing)"
            let after = index < new.count ? new[index] : "(nothing)"
            return before == after ? nil : "line \(index + 1)\n- \(before)\n+ \(after)"
        }
        return lines.joined(separator: "\n") + "\nthe whole picture:\n" + actual
    }
}
