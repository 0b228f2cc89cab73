# Shared by the scripts that show shenpi at work: print a command, run it, expect its exit code.
# Source it after setting `binary`.
# shellcheck shell=bash disable=SC2154

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' dim=$'\e[2m' plain=$'\e[0m'; else bold='' dim='' plain=''; fi

case "${SHENPI_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
en*) language=en ;;
*) language=zh ;;
esac

say() { # CHINESE ENGLISH: a line of explanation in the reader's language
    local text=$2
    if [ "$language" = zh ]; then text=$1; fi
    printf '\n%s── %s%s\n' "$bold" "$text" "$plain"
}

note() { # CHINESE ENGLISH
    local text=$2
    if [ "$language" = zh ]; then text=$1; fi
    printf '%s   %s%s\n' "$dim" "$text" "$plain"
}

quoted() { # WORD…: the words as one would type them, broken before an option or a case where a line grows long
    local word piece beyond line='' width=0 cells
    for word in "$@"; do
        piece=$word
        case $word in
        '' | *[[:space:]\;\&\|\<\>\(\)\$\`\"\'\*\?\[\#\~\!\{\}\\]*) piece="'${word//\'/\'\\\'\'}'" ;;
        esac
        # A Chinese character takes two cells of a terminal.
        beyond=${piece//[ -~]/} cells=$((${#piece} + ${#beyond}))
        if [ "$width" -gt 0 ] && [ $((width + cells)) -gt 113 ] && [[ $word == --* || $word == [0-9]* ]]; then
            line+=$' \\\n    ' width=4
        elif [ "$width" -gt 0 ]; then line+=' '; fi
        line+=$piece width=$((width + cells + 1))
    done
    printf '%s' "$line"
}

expect() { # CODE ARGUMENT…: print the command, run it, stop unless it ends with this exit code
    local code=0 wanted=$1
    shift
    printf '%s$ %s%s\n' "$bold" "$(quoted shenpi "$@")" "$plain"
    "$binary" "$@" || code=$?
    if [ "$code" -ne "$wanted" ]; then
        printf 'exit code %s, expected %s\n' "$code" "$wanted" >&2
        exit 1
    fi
    if [ "$code" -ne 0 ]; then note "（退出码 $code，正如预期）" "(exit code $code, as expected)"; fi
}

run() { expect 0 "$@"; }

at() { # TIME: the clock that shenpi pretends from here on
    export SHENPI_CLOCK=$1
    printf '%s$ export SHENPI_CLOCK=%s%s\n' "$bold" "$1" "$plain"
}

run_silently() { # ARGUMENT…: as run, but the answer is shown only where something went wrong
    local answer code=0
    printf '%s$ %s%s\n' "$bold" "$(quoted shenpi "$@")" "$plain"
    answer=$("$binary" "$@" 2>&1) || code=$?
    if [ "$code" -ne 0 ]; then
        printf '%s\nexit code %s\n' "$answer" "$code" >&2
        exit 1
    fi
}

run_briefly() { # ARGUMENT…: as run, but of a long answer only the last line that says something, behind an ellipsis
    local answer code=0
    printf '%s$ %s%s\n' "$bold" "$(quoted shenpi "$@")" "$plain"
    answer=$("$binary" "$@" 2>&1) || code=$?
    if [ "$code" -ne 0 ]; then
        printf '%s\nexit code %s\n' "$answer" "$code" >&2
        exit 1
    fi
    printf '%s\n' "$answer" | awk 'NF { last = $0; lines++ } END { print (lines > 1 ? "… " : "") last }'
}

since() { # MOMENT: the seconds since then, one decimal; a moment is $EPOCHREALTIME
    awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'
}
