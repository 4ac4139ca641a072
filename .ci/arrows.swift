// Compares the arrows between the package's targets with the table in the documentation, and fails on any difference.
// Usage: arrows PACKAGE.json ARCHITECTURE.md
import Foundation

struct Package: Decodable {
    struct Target: Decodable {
        struct Dependency: Decodable {
            let byName: [String?]?
            let target: [String?]?
            let product: [Product]?

            enum Product: Decodable {
                case text(String)
                case other

                init(from decoder: any Decoder) throws {
                    self = (try? decoder.singleValueContainer().decode(String.self)).map(Product.text) ?? .other
                }
            }

            enum CodingKeys: String, CodingKey { case byName, target, product }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                func first(_ key: CodingKeys) throws -> [String?]? {
                    guard container.contains(key) else { return nil }
                    return try container.decode([Product].self, forKey: key).map {
                        if case .text(let text) = $0 { text } else { nil }
                    }
                }
                byName = try first(.byName)
                target = try first(.target)
                product = container.contains(.product) ? try container.decode([Product].self, forKey: .product) : nil
            }

            var name: String? {
                if let name = byName?.first ?? target?.first { return name }
                if case .text(let text)? = product?.first { return text }
                return nil
            }
        }

        let name: String
        let type: String
        let dependencies: [Dependency]
    }

    let targets: [Target]
}

/// Rows of the table `| Floor | Target | … | Imports | Libraries |`, keyed by target.
func arrows(inTableOf text: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
        let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard cells.count == 5, Int(cells[0]) != nil || cells[0] == "T" else { continue }
        let words =
            cells[3].replacingOccurrences(of: "`", with: "") + "," + cells[4].replacingOccurrences(of: "`", with: "")
        let names = words.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        for target in cells[1].split(separator: " ") {
            let name = target.trimmingCharacters(in: CharacterSet(charactersIn: "`,"))
            found[name] = Set(names.filter { !$0.isEmpty && $0 != "–" && $0 != "system" })
        }
    }
    return found
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: arrows PACKAGE.json ARCHITECTURE.md")
    exit(2)
}
let package = try JSONDecoder().decode(Package.self, from: Data(contentsOf: URL(fileURLWithPath: arguments[1])))
let table = arrows(inTableOf: try String(contentsOfFile: arguments[2], encoding: .utf8))

var faults: [String] = []
for target in package.targets where target.type != "test" {
    let actual = Set(target.dependencies.compactMap(\.name))
    guard let allowed = table[target.name] else {
        faults.append("target \(target.name) is not in the table")
        continue
    }
    guard !allowed.contains("everything") else { continue }
    for name in actual.subtracting(allowed).sorted() {
        faults.append("\(target.name) imports \(name), which the table does not allow")
    }
    for name in allowed.subtracting(actual).sorted() {
        faults.append("\(target.name) may import \(name) by the table, but Package.swift does not say so")
    }
}
for name in table.keys.sorted() where !package.targets.contains(where: { $0.name == name }) {
    faults.append("the table has \(name), which Package.swift has not")
}
faults.forEach { print("arrows: \($0)") }
if faults.isEmpty { print("arrows: \(table.count) targets as in the table") }
exit(faults.isEmpty ? 0 : 1)
