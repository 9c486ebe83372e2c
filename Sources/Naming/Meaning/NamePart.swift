/// A piece of a name with its meaning, and the rule that gave it.
package struct NamePart: Sendable, Hashable {
  /// As it is written.
  package var text: String
  /// What stands before it; nil at the start of the name.
  package var separator: Unicode.Scalar?
  package var kind: NameKind
  package var rule: NamingRule
  /// The word that the rule is about; of settings and metrics the name.
  package var key: String?
  /// The value of a setting or metric.
  package var value: NameValue?

  /// The rule for people.
  package var phrase: String { rule.phrase(text, key: key) }
}
