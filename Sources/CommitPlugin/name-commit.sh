# Writes which commit a package is built from into a Swift file, if the text changes: name-commit.sh PACKAGE FILE.
#
# A package without its own .git has no commit, whatever repository it lies in. Looking must not write to the index, which others
# may be using.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
export GIT_OPTIONAL_LOCKS=0
commit=
if [ -e "$1/.git" ]; then
  commit=$(git -C "$1" rev-parse --short=7 HEAD 2>/dev/null)
fi
text='let builtFromCommit: String? = nil'
if [ -n "$commit" ]; then
  git -C "$1" diff --quiet HEAD -- Sources Package.swift 2>/dev/null || commit="$commit, modified"
  text="let builtFromCommit: String? = \"$commit\""
fi
[ "$(cat "$2" 2>/dev/null)" = "$text" ] || printf '%s\n' "$text" >"$2"
