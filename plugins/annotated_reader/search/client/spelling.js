/**
 * Mistyped words and other spellings of names -> words that the library has.
 * Needs analysis.js and shards.js.
 */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;

  // Letters that different romanizations write for one sound, for names only.
  const SOUNDS = [
    [/['`\-]/g, ""], [/tch/g, "ch"], [/x/g, "ks"], [/sch/g, "sh"], [/kh|q|ck/g, "k"],
    [/gh/g, "g"], [/zh/g, "j"], [/tz/g, "ts"], [/ph/g, "f"], [/w/g, "v"], [/([eo])ff$/g, "$1v"],
    [/([aeiou])[yj](?=[aeiou])/g, "$1"], [/(?:iy|yy|ij|ii|yi|y|ie|ey)$/g, "i"], [/ou|oo/g, "u"],
    [/y/g, "i"], [/([bcdfgklmnprstvz])\1/g, "$1"],
  ];

  function skeleton(word) {
    return SOUNDS.reduce((text, [sound, sign]) => text.replace(sound, sign), word);
  }

  // Names of one place or one person that neither sound nor look alike enough, a row each.
  const OTHERS = [
    "beijing peking", "mohammed muhammad mohamed mehmet mahomet", "khrushchev khruschev",
    "mumbai bombay", "kolkata calcutta", "chennai madras", "myanmar burma", "guangzhou canton",
    "istanbul constantinople", "kyiv kiev", "nanjing nanking", "yangon rangoon", "turkey turkiye",
  ].map((row) => row.split(" "));

  const othersOf = (word) =>
    OTHERS.filter((row) => row.includes(word)).flat().filter((other) => other !== word);

  /** The first letters under which a misspelt word may stand. */
  function firstLetters(word) {
    const first = [word[0], skeleton(word)[0], word[1], ...doubles(word[0])];
    return Array.from(new Set(first.filter(Boolean)));
  }

  function doubles(letter) {
    const pairs = ["kq", "kc", "kx", "vw", "jz", "fp", "iy", "gj", "cs", "ae", "ey", "gq", "ct", "hk"];
    return pairs.filter((pair) => pair.includes(letter)).map((pair) => pair.replace(letter, ""));
  }

  async function shardsOf(beginnings) {
    const each = beginnings.map((letters) => search.index.words(letters, letters + "\uffff"));
    return new Set((await Promise.all(each)).flat());
  }

  /**
   * The word that a mistyped one most likely stands for: of a name by its sound, too.
   * @returns {Promise<string>} "" where there is none
   */
  search.corrected = async function (word) {
    if (word.length < 3) {
      return "";
    }
    const most = word.length < 8 ? 1 : 2;
    const sound = skeleton(word);
    const others = othersOf(word);
    const shards = await shardsOf([...firstLetters(word), ...others]);
    const near = new Map();
    const offer = (candidate, distance, documents) => {
      const before = near.get(candidate);
      if (!before || before.distance > distance) {
        near.set(candidate, { candidate, distance, documents });
      }
    };
    shards.forEach((shard) => {
      shard.words.forEach(({ word: known, documents }) => {
        if (others.includes(known)) {
          offer(known, 0.4, documents);
        }
        const distance = [1, 2].find((edits) => edits <= most && search.within(word, known, edits));
        if (distance) {
          offer(known, distance, documents);
        }
      });
      shard.names.forEach(({ key }) => {
        const [known] = key.split(" ");
        const other = skeleton(known);
        if (others.includes(known)) {
          offer(known, 0.4, 1);
        }
        if (known.length > 2 && other === sound) {
          offer(known, 0.5, 1);
        } else if (known.length > 3 && search.within(sound, other, 1)) {
          offer(known, 0.9, 1);
        }
      });
    });
    const best = Array.from(near.values()).sort(
      (one, other) => one.distance - other.distance || other.documents - one.documents ||
        (one.candidate < other.candidate ? -1 : 1)
    );
    return best.length ? best[0].candidate : "";
  };

  /** @returns {boolean} whether two words are that few edits apart, neighbours swapped being one */
  search.within = function (one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
      return false;
    }
    let before = null;
    let above = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row += 1) {
      const line = [row];
      for (let at = 1; at <= other.length; at += 1) {
        const same = one[row - 1] === other[at - 1] ? 0 : 1;
        line[at] = Math.min(above[at] + 1, line[at - 1] + 1, above[at - 1] + same);
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
          line[at] = Math.min(line[at], before[at - 2] + 1);
        }
      }
      if (Math.min(...line) > most) {
        return false;
      }
      before = above;
      above = line;
    }
    return above[other.length] <= most;
  };
})();
