public import FeatureModel
import RowFiles

/// Turns the text of entities into the key of a feature set.
public enum KeyReading {
    /// Reads a key. Entities that the set does not have are passed over: one key may be asked of several sets.
    ///
    /// - Parameters:
    ///   - texts: entity names and their values as text.
    ///   - featureSet: the set, whose types decide.
    /// - Throws: ``KeyFault`` when an entity is missing, stands twice, or is not of its type.
    public static func key(
        from texts: [(name: String, text: String)], of featureSet: FeatureSet
    ) throws(KeyFault) -> EntityKey {
        var given: [String: String] = [:]
        for (name, text) in texts {
            guard given.updateValue(text, forKey: name) == nil else { throw .twice(entity: name) }
        }
        var values: [FeatureValue] = []
        for entity in featureSet.keyEntities {
            guard let text = given[entity.name] else {
                throw .missing(entity: entity, featureSet: featureSet.reference, given: texts.map(\.name))
            }
            values.append(try value(of: text, entity, featureSet.reference))
        }
        return EntityKey(values)
    }

    private static func value(
        of text: String, _ entity: Entity, _ set: FeatureSetReference
    ) throws(KeyFault) -> FeatureValue {
        do throws(CellFault) {
            return try CellConverter.value(of: text, as: entity.type)
        } catch {
            throw .unreadable(entity: entity, featureSet: set, reason: error.description)
        }
    }
}
